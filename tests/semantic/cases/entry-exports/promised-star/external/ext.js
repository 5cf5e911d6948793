export let live = 1;
export const hidden = "ext's", more = "more", bump = () => void live++;
export default "not passed on";
