export let x = ["dep"];
export function run() {
  try {
    for (let x of x);
  } catch (error) {
    console.log("dep", error.name);
  }
  for (let x of (() => ["not the outer"])()) console.log("dep", x);
}
