export const é = "composed";
