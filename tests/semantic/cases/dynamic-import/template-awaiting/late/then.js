export const then = (resolve) => resolve({ other: "thenable" });
