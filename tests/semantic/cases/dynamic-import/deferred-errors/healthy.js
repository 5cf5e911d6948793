console.log("healthy runs"); export const healthy = true;
