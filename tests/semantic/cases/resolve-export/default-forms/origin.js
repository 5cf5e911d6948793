export default "the default";
export const named = "the named";
