export function run() {
  const implementsIt = { implements: 1, private: 2, let: 3, static: 4, yield: 5, await: 6, interface: 7 };
  const { implements: a, private: b, let: c, static: d, yield: e, await: f } = implementsIt;
  return [a, b, c, d, e, f, implementsIt.interface].join();
}
