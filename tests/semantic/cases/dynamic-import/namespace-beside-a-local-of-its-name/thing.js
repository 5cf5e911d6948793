export default "the thing";
export const name = "name";
