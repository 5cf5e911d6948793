export function toString() {
  return "dep toString";
}
export const valueOf = "dep valueOf", constructor = "dep constructor", hasOwnProperty = "dep hasOwnProperty";
