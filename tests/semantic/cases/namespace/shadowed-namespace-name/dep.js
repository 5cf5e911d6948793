export const x = "namespace";
