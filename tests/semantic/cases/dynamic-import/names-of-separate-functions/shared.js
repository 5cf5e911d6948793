export let state = 0;
export function step() { return ++state; }
function local() { return "shared's local"; }
export const hidden = () => local();
