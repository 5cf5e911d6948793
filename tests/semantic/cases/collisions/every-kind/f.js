const x = "default";
export default x;
export const read = () => x;
