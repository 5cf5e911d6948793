export const cOnly = "c", both = "c";
