export const file = "constructor";
