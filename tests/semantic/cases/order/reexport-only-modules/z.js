console.log("z");
export const z = "Z";
