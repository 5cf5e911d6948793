export const file = "\u00e4 \u00f6";
