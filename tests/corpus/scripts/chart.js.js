import * as chart from "chart.js";
import { Chart, LinearScale, BarController, Ticks, defaults, registry, registerables, Interaction, layouts, TimeScale } from "chart.js";
import * as helpers from "chart.js/helpers";

console.log(chart.Chart.version, Object.keys(chart).length, Object.keys(helpers).length);
Chart.register(...registerables);
console.log(Object.keys(registry.controllers.items), Object.keys(registry.scales.items), Object.keys(registry.plugins.items));
console.log(helpers.color("#f008").rgbString(), helpers.getHoverColor("rgb(10, 20, 30)"), helpers.niceNum(1234), helpers.toRadians(90));
console.log(Ticks.formatters.numeric.name, Ticks.formatters.values([1, 2]), defaults.font.family, defaults.scale.grid.display, defaults.datasets.bar);
console.log(helpers.resolve([undefined, (c) => c.a], { a: 5 }), helpers.merge({ a: { b: 1 } }, { a: { c: [1] } }), helpers.toFont({ size: 10, family: "x" }, {}).string);
console.log(helpers.splineCurve({ x: 0, y: 0 }, { x: 1, y: 2 }, { x: 3, y: 3 }, 0.4), helpers.distanceBetweenPoints({ x: 0, y: 0 }, { x: 3, y: 4 }));
console.log(helpers.easingEffects.easeInOutElastic(0.3), helpers._lookup([1, 3, 5], 4), helpers.toTRBLCorners(5), LinearScale.id, BarController.id, TimeScale.name);
console.log(Object.keys(Interaction.modes), typeof layouts.update, helpers.formatNumber(1234.5, "en-US", {}));
const proxy = helpers._attachContext(helpers._createResolver([{ a: (c) => c.x + 1, b: { d: 2 } }, { c: 3 }]), { x: 1 });
console.log(proxy.a, proxy.b.d, proxy.c, Object.keys(proxy).sort(), "a" in proxy);
class Own extends BarController {
  static id = "own";
}
Chart.register(Own);
console.log(registry.getController("own").name, Chart.defaults.datasets.own);
try {
  registry.getScale("nope");
} catch (error) {
  console.log(error.name, error.message);
}
