#!/usr/bin/env node --flag
export const x = "dep";
console.log("dep");
