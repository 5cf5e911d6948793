export const s = "<!-- string -->", r = /<!--.*-->/;
export const t = `<!-- template
--> at a line's start ${"<!--"}
--> again`;
