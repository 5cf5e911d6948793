// globals: Function
// Compiles a function once more, where it sees the global scope alone and is sloppy unless it says
// otherwise: a CommonJS module with direct eval.
const compile = (text) => Function(`return ${text}`)();
