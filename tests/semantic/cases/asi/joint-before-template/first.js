const a = console.log
