const isOwn = (await import.meta) === import.meta;
export const meta = () => (isOwn ? import.meta : "another");
