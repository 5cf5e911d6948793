import def, { alone, self, count, increment } from "loud";
import * as module from "loud";

console.log("lazy", def, count, self(), self``, (self)(), module.self() === module);
increment();
console.log(count, module.count);
try {
  count = 5;
} catch (error) {
  console.log(error.name);
}
export const show = (loud) => `${loud} ${alone} ${count}`;
export { alone };
export default Object.keys(module).join();
