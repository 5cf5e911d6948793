export default { x: "object" }
