export const a = "a", both = 1, own = "hidden";
export default "no";
