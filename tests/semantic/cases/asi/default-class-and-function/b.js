export default function () {}
(() => console.log("b"))()
