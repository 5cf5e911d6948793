export const alone = "alone";
export default "rest";
