export const x = await "x";
