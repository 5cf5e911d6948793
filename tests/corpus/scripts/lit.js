// lit takes its base class from the browser: without one, original and bundle stop at the same place.
import { html, css, LitElement, nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { classMap } from "lit/directives/class-map.js";

class Hello extends LitElement {
  static styles = css`p { color: red; }`;
  static properties = { name: {} };
  render() {
    return html`<p class=${classMap({ a: true })}>${repeat([1, 2], (i) => i)} ${this.name ?? nothing}</p>`;
  }
}
console.log(Hello.name, svg`<g/>`.strings.length, new Hello());
