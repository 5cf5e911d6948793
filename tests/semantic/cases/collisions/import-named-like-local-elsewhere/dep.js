export const internal = "dep internal";
