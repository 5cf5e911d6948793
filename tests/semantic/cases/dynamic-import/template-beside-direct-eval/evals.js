const folder = "x";
export const load = async (name) => {
  console.log(eval("folder"), typeof importFrom);
  return import(`./x/${eval("name")}.js`);
};
