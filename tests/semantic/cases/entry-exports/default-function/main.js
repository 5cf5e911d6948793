export default function () {
  return "default";
}
export { named };
function named() {}
console.log(named.name);
