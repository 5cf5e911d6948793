export let x = 0;
export default (x++, x++, "comma " + x);
