export function greet() {
  return "hello";
}
export function shout() {
  greet = () => "HELLO";
}
