console.log("shared");
export let count = 0;
export const add = (who) => console.log(who, ++count);
