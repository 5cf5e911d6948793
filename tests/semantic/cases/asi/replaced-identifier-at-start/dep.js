export const f = (label) => console.log(label)
export let x = 1
export default f
