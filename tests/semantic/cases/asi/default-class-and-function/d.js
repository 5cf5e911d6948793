export default async function* () {} /d/.test("d")
console.log("d")
