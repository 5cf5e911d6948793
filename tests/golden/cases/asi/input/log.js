const log = console.log
log("no semicolon")
export {}
