export let x = 1;
export function pick(n) {
  try {
    switch (n === 0 ? "first" : x + n - 1) {
      case "first":
        return typeof x;
      case 1:
        let x = "inner";
        return x;
      case x:
        return "not reached";
    }
  } catch (error) {
    return error.name;
  }
}
