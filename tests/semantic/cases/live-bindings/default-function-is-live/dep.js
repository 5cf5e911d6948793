export default function run() {
  return "old";
}
export function swap() {
  run = () => "new";
}
