// globals: Function
// Compiles a function once more, where it sees the global scope alone, and what a `with` (which an
// ES module can't say) puts before that: what a module with direct eval imports.
const detach = (text) => Function(`with (arguments[0]) return (${text})(arguments[1]);`);
