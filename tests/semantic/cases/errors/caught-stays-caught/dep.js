export let result = "unset";
try {
  null();
} catch {
  result = "set in catch";
}
