console.log("static runs"); export let count = 0; export const add = () => { count += 1; };
