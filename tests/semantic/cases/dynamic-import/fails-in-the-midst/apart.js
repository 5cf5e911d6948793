export const apart = "apart"; console.log("apart runs");
