export const cOnly = "c";
