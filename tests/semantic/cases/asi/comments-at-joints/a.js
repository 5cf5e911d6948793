let a = console.log // trailing comment, then the next file
