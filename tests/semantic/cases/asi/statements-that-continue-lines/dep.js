export const chain = {
  value: 0,
  count: 0,
  add(n) {
    this.value
      += n
    return this
  },
}
var a = 1
var b = a
++b
console.log(a, b)
