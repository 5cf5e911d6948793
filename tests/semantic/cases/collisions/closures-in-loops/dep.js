const list = [];
let i = "dep i";
export function make() {
  for (let j = 0; j < 3; j++) list.push(() => `${j} ${i}`);
  for (let i = 0; i < 2; i++) list.push(() => `own ${i}`);
  i = "changed";
  return list;
}
