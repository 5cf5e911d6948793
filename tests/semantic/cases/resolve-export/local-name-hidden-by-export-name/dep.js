const x = "local x", y = "local y";
export { x as y, y as x };
console.log(x, y);
