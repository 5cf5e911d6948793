export let result;
function attempt() {
  let x = "outer";
  {
    let x = (() => x)();
  }
}
try {
  attempt();
} catch (error) {
  result = error.name;
}
