export function helper() { return "second's"; }
const Thing = class {};
export default Thing;
