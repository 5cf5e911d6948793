import Decimal from "decimal.js";
import { Decimal as Named } from "decimal.js";
import { vec3, mat4, quat, glMatrix, vec2 } from "gl-matrix";

Decimal.set({ precision: 40 });
console.log(new Decimal(0.1).plus(0.2).toString(), new Decimal(2).sqrt().toFixed(30), Decimal.exp(1).toString(), Decimal === Named, Decimal.name);
console.log(new Decimal("1e500").times("3").toString(), new Decimal(1).div(3).toFraction(100).map(String), Decimal.max(1, "2.5", 3).toNumber(), new Decimal("0x1f.8").toBinary());
console.log(new Decimal(10).log(2).toSD(20).toString(), Decimal.acos(-1).toString(), new Decimal("-1.5").round().valueOf(), Decimal.clone({ precision: 5 }).div(1, 3).toString());
try {
  new Decimal("nope");
} catch (error) {
  console.log(error.name, error.message);
}
const out = vec3.create();
console.log(vec3.cross(out, [1, 0, 0], [0, 1, 0]), vec3.length([3, 4, 0]), vec2.lerp([0, 0], [0, 0], [2, 4], 0.5), vec3.str([1, 2, 3]));
console.log(mat4.perspective(mat4.create(), 1, 1.5, 0.1, 10), mat4.determinant(mat4.fromScaling(mat4.create(), [2, 3, 4])), quat.fromEuler(quat.create(), 10, 20, 30), glMatrix.EPSILON, vec3.len === vec3.length, Object.keys(vec3).length);
