console.log("waits"); export const value = await "waited"; console.log("goes on");
