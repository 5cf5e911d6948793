globalThis.ls = 0 // ends here export const s = "  ", t = ` ` export let x = 1 
