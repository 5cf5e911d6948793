export default "default";
export const value = "value";
export const f = () => "f";
