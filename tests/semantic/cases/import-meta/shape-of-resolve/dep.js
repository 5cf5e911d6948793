export const { resolve } = import.meta;
