export const list = [];
for await (const x of [1, Promise.resolve(2)]) list.push(x);
export let total = 0;
for (const x of list) total += await x;
{
  var picked = (await { a: { b: "picked" } }).a.b;
}
export { picked };
if (await true) list.push(await 3);
export const { def = await "default" } = await {};
export default await Promise.resolve("awaited default");
