const effect = (value) => {
  console.log("effect", value);
  return value;
};
for (const action of [
  () => (x = effect(1)),
  () => (x += effect(2)),
  () => x++,
  () => (x ??= effect(3)),
  () => ([x] = [effect(4)]),
  () => ({ a: x = effect(5) } = {}),
]) {
  try {
    action();
  } catch (error) {
    console.log(error.name);
  }
}
let x = 0;
console.log(x);
