"use asm"
;`template`
export let x = "x"
"tail"
