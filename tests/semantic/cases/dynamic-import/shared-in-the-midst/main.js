const run = async () => {
  const one = await import("./one.js");
  const two = await import("./two.js");
  one.add();
  console.log(one.total(), two.total(), one.first === two.first);
};
run();
