const attributes = (values, seen) => new Proxy(values, {
  ownKeys(target) {
    seen.push("list");
    return Reflect.ownKeys(target);
  },
  getOwnPropertyDescriptor(target, name) {
    seen.push(`is ${name} enumerable`);
    return Reflect.getOwnPropertyDescriptor(target, name);
  },
  get(target, name) {
    seen.push(`read ${name}`);
    return target[name];
  },
});
const ask = async (values) => {
  const seen = [];
  const options = {
    get with() {
      seen.push("with");
      return attributes(values, seen);
    },
  };
  let result;
  try {
    result = Object.keys(await import("./dep.js", options)).join();
  } catch (error) {
    result = error.name;
  }
  console.log(result, seen.join("; "));
};

const all = async () => {
  await ask({});
  await ask({ type: "yaml" });
  await ask({ type: 1, kind: "json" });
  await ask({ kind: "json", type: 1 });
};
all();
