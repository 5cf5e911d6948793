export const name = "n${not}", wrap = (value) => `[${value}]`;
