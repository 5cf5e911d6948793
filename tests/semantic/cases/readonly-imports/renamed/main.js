import { x as imported, read } from "./dep.js";

const x = "main x";
for (const action of [
  () => { imported = 1; },
  () => { imported += 1; },
  () => { [imported] = [1]; },
  () => { ({ imported } = { imported: 1 }); },
  () => { for (imported of [1]); },
  () => { imported++; },
]) {
  try {
    action();
  } catch (error) {
    console.log(error.name);
  }
}
console.log(imported, read(), x);
