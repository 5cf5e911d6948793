import * as d3 from "d3";
import { scaleLinear, extent, line } from "d3";

console.log(d3.version, Object.keys(d3).length);
const data = [5, 3, 9, 1, 7];
console.log(extent(data), d3.mean(data), d3.deviation(data), d3.quantile(data, 0.3), d3.ticks(0, 10, 4));
const x = scaleLinear().domain(extent(data)).range([0, 100]).nice();
console.log(x(4), x.invert(50), x.ticks(3), x.tickFormat(3, "+%")(0.5));
console.log(line().curve(d3.curveCatmullRom)([[0, 0], [1, 3], [2, 1], [4, 5]]));
console.log(d3.area().x((d, i) => i).y0(0).y1((d) => d)(data));
console.log(d3.arc()({ innerRadius: 10, outerRadius: 20, startAngle: 0, endAngle: 2 }));
console.log(d3.pie()(data).map((a) => [a.index, a.startAngle.toFixed(3)]));
const root = d3.hierarchy({ name: "r", children: [{ name: "a", value: 3 }, { name: "b", children: [{ name: "c", value: 1 }] }] });
root.sum((d) => d.value ?? 0);
console.log(d3.treemap().size([10, 10])(root).leaves().map((n) => [n.data.name, n.x0, n.y0, n.x1, n.y1]));
console.log(d3.tree()(root).descendants().map((n) => [n.data.name, n.x, n.y]));
console.log(d3.interpolateRgb("red", "#0f0")(0.5), d3.interpolateViridis(0.3), d3.hsl("steelblue").formatHex());
console.log(d3.interpolate({ a: 1, b: "2px" }, { a: 3, b: "6px" })(0.25));
console.log(d3.format(",.2f")(1234567.891), d3.format("~s")(15000), d3.utcFormat("%Y-%m-%d %H:%M")(new Date(0)));
console.log(d3.utcDay.range(new Date(0), new Date(3 * 864e5)).map((d) => d.toISOString()));
console.log(d3.csvParse("a,b\n1,2\n3,4", d3.autoType), d3.tsvFormat([{ a: 1, b: "x\ty" }]));
console.log(d3.geoPath(d3.geoMercator())({ type: "Point", coordinates: [10, 20] }), d3.geoArea({ type: "Sphere" }));
console.log(d3.geoPath(d3.geoOrthographic())({ type: "LineString", coordinates: [[0, 0], [30, 40], [60, 10]] }));
console.log(Array.from(d3.Delaunay.from([[0, 0], [1, 0], [0, 1], [1, 1.1]]).triangles));
console.log(d3.rollup([["a", 1], ["b", 2], ["a", 3]], (v) => d3.sum(v, (d) => d[1]), (d) => d[0]));
console.log(d3.scaleOrdinal(d3.schemeCategory10).domain(["x", "y"])("y"), d3.scaleBand(["a", "b", "c"], [0, 90]).padding(0.1)("b"));
console.log(d3.contours().size([3, 3]).thresholds([0.5])([0, 0, 0, 0, 1, 0, 0, 0, 0])[0].coordinates);
console.log(d3.chord()([[1, 2], [3, 4]]).groups, d3.bin()([1, 1, 2, 5, 8]).map((b) => b.length));
const nodes = [{ id: 0 }, { id: 1 }, { id: 2 }];
const simulation = d3.forceSimulation(nodes).force("charge", d3.forceManyBody()).force("link", d3.forceLink([{ source: 0, target: 1 }])).stop();
simulation.tick(20);
console.log(nodes.map((n) => [n.x.toFixed(4), n.y.toFixed(4)]));
const dispatch = d3.dispatch("start", "end");
dispatch.on("start.a", (...args) => console.log("dispatched", args));
dispatch.call("start", null, 1, 2);
console.log(d3.randomLcg(0.5)(), d3.randomNormal.source(d3.randomLcg(0.1))(0, 1)(), d3.easeElastic(0.4));
const timer = d3.timeout((elapsed) => console.log("timeout", elapsed >= 10), 10);
console.log(typeof timer.stop);
try {
  d3.select("body");
} catch (error) {
  console.log(error.name, error.message);
}
