// The parts of lit that need no document, on stubs of what it reads while it loads.
import "./stubs/lit.js";
import { html, css, LitElement, nothing, noChange, svg, unsafeCSS, isServer, adoptStyles, defaultConverter, notEqual } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { directive, Directive, PartType } from "lit/directive.js";
import { range } from "lit/directives/range.js";
import { join } from "lit/directives/join.js";
import { map } from "lit/directives/map.js";
import { choose } from "lit/directives/choose.js";
import { when } from "lit/directives/when.js";
import { ifDefined } from "lit/directives/if-defined.js";

const base = css`p { margin: ${2 + 3}px; }`;
class Hello extends LitElement {
  static styles = [base, css`b { color: red; ${unsafeCSS("top: 0")} }`];
  static properties = { name: { type: String, reflect: true }, count: { type: Number, attribute: "data-count" }, hidden_: { state: true } };
  render() {
    return html`<p>${this.name}</p>`;
  }
}
Hello.finalize();
console.log(Hello.name, LitElement.name, Hello.observedAttributes, Hello.elementStyles.map((s) => s.cssText), [...Hello.elementProperties.keys()]);
const result = html`<p class=${classMap({ a: true })} ?x=${true}>${1} ${nothing}</p>`;
console.log(result.strings, result.values.length, result._$litType$, svg`<g/>`._$litType$, typeof noChange, isServer, typeof adoptStyles);
console.log([...range(3)], [...join(["a", "b"], "-")], [...map([1, 2], (x) => x * 2)], choose("b", [["a", () => 1], ["b", () => 2]]), when(false, () => 1, () => 2), ifDefined(undefined) === nothing);
console.log(defaultConverter.fromAttribute("5", Number), defaultConverter.toAttribute({ a: 1 }, Object), notEqual(NaN, NaN), PartType);
console.log(Object.keys(directive(class Nothing extends Directive {})(1)), customElements.defined);
try {
  css`a ${"b"}`;
} catch (error) {
  console.log(error.name, error.message);
}
