// globals: Object
// Gives functions that were renamed the name that their author gave them.
const setName = (f, name) => Object.defineProperty(f, "name", { __proto__: null, value: name, configurable: true });
