export function ünïcode() {
  return \u{61}bc;
}
export const abc = "abc", 变\u91cf = "变", 𝓓 = "script D";
export const K = class {};
