console.log("de runs"); export const hello = "Hallo"; export default class {}
