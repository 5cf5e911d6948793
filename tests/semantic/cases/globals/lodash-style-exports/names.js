import "./uses-globals.js";
const root = globalThis;
export const Object = "my Object", Symbol = "my Symbol", Map = "my Map", Promise = "my Promise";
export const Proxy = "my Proxy", Reflect = "my Reflect", TypeError = "my TypeError", Array = "my Array", Error = "my Error";
export let x = 0;
console.log(typeof root.Object, Object);
