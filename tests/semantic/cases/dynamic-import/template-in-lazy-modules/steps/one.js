import { name } from "../main.js";
import "./shared.js";
console.log("one runs", name);
const back = (file) => import(`../${file}.js`);
export const follow = async () => {
  const two = await import(`./${"two"}.js`);
  console.log("self", (await import(`./${"one"}.js`)).follow === follow);
  return [two.value, (await back("main")).name].join(" ");
};
