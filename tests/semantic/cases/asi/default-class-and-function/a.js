export default class {}
[1].map((x) => console.log("a", x))
