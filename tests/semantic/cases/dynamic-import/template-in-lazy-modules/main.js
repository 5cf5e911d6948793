export const name = "entry";
export const next = (step) => import(`./steps/${step}.js`);

(async () => {
  console.log("entry runs");
  const { follow } = await next("one");
  console.log(await follow());
})();
