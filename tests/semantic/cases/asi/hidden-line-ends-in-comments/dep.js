export let x = "x" /*
*/ export let z = 1 /*
*/ ;[z].map((n) => console.log("dep", n)) /*
*/
