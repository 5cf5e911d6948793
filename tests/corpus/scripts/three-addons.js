import * as THREE from "three";
import { SimplexNoise } from "three/addons/math/SimplexNoise.js";
import { ConvexHull } from "three/addons/math/ConvexHull.js";
import * as BufferGeometryUtils from "three/addons/utils/BufferGeometryUtils.js";
import { ConvexGeometry } from "three/addons/geometries/ConvexGeometry.js";
import { OBJLoader } from "three/addons/loaders/OBJLoader.js";
import { OBJExporter } from "three/addons/exporters/OBJExporter.js";
import { TorusKnot } from "three/addons/curves/CurveExtras.js";
import { Lut } from "three/addons/math/Lut.js";
import { CSMFrustum } from "three/addons/csm/CSMFrustum.js";
import chevrotain from "three/addons/libs/chevrotain.module.min.js";

let seed = 7;
const noise = new SimplexNoise({ random: () => (seed = (seed * 16807) % 2147483647) / 2147483647 });
console.log(noise.noise(0.3, 0.7), noise.noise3d(1.5, 2.5, 3.5), noise.noise4d(0.1, 0.2, 0.3, 0.4));
const points = [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0.1, 0.1, 0.1]].map((p) => new THREE.Vector3(...p));
console.log(new ConvexHull().setFromPoints(points).faces.length, new ConvexGeometry(points).attributes.position.count);
const merged = BufferGeometryUtils.mergeGeometries([new THREE.BoxGeometry(), new THREE.BoxGeometry(2, 2, 2)]);
console.log(merged.attributes.position.count, BufferGeometryUtils.mergeVertices(merged.deleteAttribute("normal").deleteAttribute("uv")).attributes.position.count);
const object = new OBJLoader().parse("o thing\nv 0 0 0\nv 1 0 0\nv 0 1 0\nvn 0 0 1\nf 1//1 2//1 3//1\n");
console.log(object.children.map((c) => [c.name, c.geometry.attributes.position.count]), new OBJExporter().parse(object));
console.log(new TorusKnot().getPoint(0.2).toArray(), new Lut("rainbow", 8).getColor(0.4).getHexString());
const frustum = new CSMFrustum({ projectionMatrix: new THREE.PerspectiveCamera(50, 1, 1, 10).projectionMatrix, maxFar: 5 });
console.log(frustum.vertices.near[0].toArray());

const Space = chevrotain.createToken({ name: "Space", pattern: /\s+/, group: chevrotain.Lexer.SKIPPED });
const Integer = chevrotain.createToken({ name: "Integer", pattern: /\d+/ });
const Plus = chevrotain.createToken({ name: "Plus", pattern: /\+/ });
const Open = chevrotain.createToken({ name: "Open", pattern: /\(/ });
const Close = chevrotain.createToken({ name: "Close", pattern: /\)/ });
const tokens = [Space, Integer, Plus, Open, Close];
class Sums extends chevrotain.EmbeddedActionsParser {
  constructor() {
    super(tokens);
    const $ = this;
    $.RULE("sum", () => {
      let total = $.SUBRULE($.atom);
      $.MANY(() => {
        $.CONSUME(Plus);
        total += $.SUBRULE2($.atom);
      });
      return total;
    });
    $.RULE("atom", () =>
      $.OR([
        { ALT: () => Number($.CONSUME(Integer).image) },
        {
          ALT: () => {
            $.CONSUME(Open);
            const inner = $.SUBRULE($.sum);
            $.CONSUME(Close);
            return inner;
          },
        },
      ]),
    );
    this.performSelfAnalysis();
  }
}
const lexer = new chevrotain.Lexer(tokens);
const parser = new Sums();
for (const text of ["1 + (2 + 3) + 40", "1 + )", "1 # 2"]) {
  const lexed = lexer.tokenize(text);
  parser.input = lexed.tokens;
  console.log(text, parser.sum(), parser.errors.map((e) => [e.name, e.message]), lexed.errors.map((e) => e.message));
}
