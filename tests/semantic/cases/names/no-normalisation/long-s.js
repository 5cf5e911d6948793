export const ſ = "long s";
export const s = "s";
