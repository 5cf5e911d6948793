export const p = "imported as __proto__";
