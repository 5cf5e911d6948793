import { h, Fragment, createElement, cloneElement, toChildArray, isValidElement, createContext, Component, options, createRef } from "preact";
import * as hooks from "preact/hooks";
import * as compat from "preact/compat";
import { jsx, jsxs } from "preact/jsx-runtime";

class Clock extends Component {
  render(props) {
    return h("time", null, props.now);
  }
}
const tree = h("div", { class: "a", key: 1, ref: createRef() }, "text", null, [h("b", null, 1), false], h(Fragment, null, h(Clock, { now: 0 })));
const show = (node) =>
  node && typeof node === "object"
    ? Array.isArray(node) ? node.map(show) : { type: node.type?.name ?? node.type, key: node.key, props: Object.fromEntries(Object.entries(node.props ?? {}).map(([k, v]) => [k, k === "children" ? show(v) : v])) }
    : node;
console.log(show(tree));
console.log(toChildArray([1, [2, null, [3]]]), isValidElement(tree), isValidElement({}));
console.log(show(cloneElement(tree, { id: "x" }, "only")), createElement === h);
console.log(show(jsx("p", { children: "x" })), show(jsxs("ul", { children: [jsx("li", {}), jsx("li", {}, "k")] })));
console.log(Object.keys(hooks), Object.keys(compat).length, compat.version, compat.default === undefined);
const Theme = createContext("light");
console.log(Object.keys(Theme).length > 1, typeof Theme.Provider, typeof options.vnode);
console.log(new Clock({ now: 5 }).render({ now: 5 }).props, Clock.name);
console.log(compat.Children.map([1, 2], (x) => x * 2), compat.Children.count([h("a")]), compat.isFragment(h(Fragment)));
const Memo = compat.memo(Clock, () => true);
console.log(Memo.displayName, typeof compat.forwardRef(() => null), compat.PureComponent.name);
try {
  compat.render(h("div"), null);
} catch (error) {
  console.log(error.name, error.message);
}
try {
  hooks.useState(0);
} catch (error) {
  console.log(error.name, error.message);
}
