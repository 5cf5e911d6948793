console.log("waits"); export const waited = await 1;
