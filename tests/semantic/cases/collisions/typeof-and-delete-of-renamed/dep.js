class T {}
let k = "key";
export const report = () =>
  [typeof T, typeof k, k in { key: 1 }, new T() instanceof T, void k, typeof notDeclared, !k, -k, k?.length].join();
