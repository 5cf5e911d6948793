'use strict'
'use server'
export const x = "x"
