var later = "old";
export default later;
export { later };
export const change = () => (later = "new");
