export function run() {
  let x = 3, seen = "";
  while (x --> 0) seen += x;
  return seen;
}
