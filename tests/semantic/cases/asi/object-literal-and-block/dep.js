export const o = { a: 1 }
export const f = () => ({ a: o.a })
const object = {}
;({ a: object.b } = o)
;[object.c] = [3]
console.log(JSON.stringify(object))
