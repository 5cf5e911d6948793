export const both = "a", fine = "fine";
