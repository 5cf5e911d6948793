export const exports = "exports", module = { exports: "nested" }.exports, __filename = "file", __dirname = "dir";
export function require(name) {
  return "required " + name;
}
