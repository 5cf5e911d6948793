export class K {}
[1].map((x) => console.log("a", x))
