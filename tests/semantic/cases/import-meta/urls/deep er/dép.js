export const url = () => import.meta.url;
export const image = () => new URL("./x.png", import.meta.url);
export const above = () => new URL(`../y z.png?q`, import.meta.url);
export const part = (URL = globalThis.URL, { url } = import.meta) => new URL("#part", url);
