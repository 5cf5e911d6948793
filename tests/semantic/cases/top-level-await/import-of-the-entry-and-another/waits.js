export const waits = await "waits";
