export function f() {
  return
  "unreachable"
}
export function* g() {
  let i = 0
  while (true) {
    yield
    i
    ++i
    if (i > 1) break
    else continue
  }
}
let async = 1
async
function named() {}
