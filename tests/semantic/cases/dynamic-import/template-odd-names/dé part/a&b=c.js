export const file = "a&b=c";
