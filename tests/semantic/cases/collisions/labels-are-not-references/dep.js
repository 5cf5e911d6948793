export const outer = "dep outer";
export function loop() {
  outer: {
    loop: while (true) break outer;
  }
  return "dep loop";
}
