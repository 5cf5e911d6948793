import * as culori from "culori";
import { parse, converter, formatHex, interpolate, oklch, differenceCiede2000, nearest, clampChroma, wcagContrast, formatCss, blend, filterGrayscale, samples } from "culori";
import { useMode, modeRgb, modeLab } from "culori/fn";

console.log(Object.keys(culori).length);
for (const text of ["rebeccapurple", "#f008", "hsl(120 50% 50% / 0.5)", "color(display-p3 1 0.5 0)", "oklch(70% 0.1 200)", "lab(50 10 -20)", "nonsense"]) console.log(text, parse(text));
console.log(formatHex(interpolate(["red", "blue"], "oklab")(0.5)), samples(3).map(interpolate(["red", "lime"], "hsl")).map(formatHex), formatCss(oklch("tomato")));
console.log(converter("lab65")("coral"), differenceCiede2000()("red", "orange"), nearest(["red", "green", "blue"])("maroon"), wcagContrast("white", "navy"));
console.log(clampChroma("lch(50 200 50)", "lch"), formatHex(blend(["#f00", "#0f08"], "multiply")), formatHex(filterGrayscale(1)("red")));
console.log(useMode(modeLab) === undefined, useMode(modeRgb)("#abc"), culori.colorsNamed.tomato, culori.round(2)(1.2345), culori.getMode("hsv").channels);
