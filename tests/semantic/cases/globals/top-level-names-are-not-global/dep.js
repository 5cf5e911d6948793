export var d = "d", exportedVar = 1;
export function f() {}
