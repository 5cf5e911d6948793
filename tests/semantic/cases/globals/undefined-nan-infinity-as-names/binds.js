const undefined = "bound undefined", NaN = "bound NaN";
let Infinity = "bound Infinity";
export { undefined as u };
export const read = () => [undefined, NaN, Infinity, void 0, this, typeof undefined].join();
