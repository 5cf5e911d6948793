(async () => {
  console.log("async function of b starts");
  await null;
  console.log("async function of b goes on");
})();
console.log("b");
