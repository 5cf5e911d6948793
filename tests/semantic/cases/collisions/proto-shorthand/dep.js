let __proto__ = { own: true };
export const object = { __proto__, x: 1 };
const { __proto__: viaKey } = { ["__proto__"]: "from pattern" };
let assigned;
({ __proto__: assigned } = { ["__proto__"]: "assigned" });
export const pattern = viaKey + " " + assigned;
export const duplicates = Object.keys({ __proto__, __proto__: null }).join();
