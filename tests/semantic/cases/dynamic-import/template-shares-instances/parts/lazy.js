console.log("lazy runs"); export default function () {}
