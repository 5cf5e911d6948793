let f = (x) => { console.log("called by accident"); return f }
let value = f
