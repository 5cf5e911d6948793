const React = require("react");
const { renderToString, renderToStaticMarkup } = require("react-dom/server");
const { createElement: h, useState, useMemo, useId, createContext, useContext, memo } = React;

const Theme = createContext("light");
const Item = memo(({ name }) => h("li", { className: useContext(Theme), title: `"${name}"` }, name));
function App({ count }) {
  const [n] = useState(() => count * 2);
  const names = useMemo(() => Array.from({ length: n }, (_, i) => `item ${i} <&>`), [n]);
  return h(Theme.Provider, { value: "dark" },
    h("ul", { id: useId(), style: { color: "red", marginTop: 4 } },
      names.map((name) => h(Item, { key: name, name }))));
}
console.log(renderToString(h(App, { count: 2 })));
console.log(renderToStaticMarkup(h(React.Fragment, null, "a", h("br"), ["b", null, false, 0])));
console.log(React.version, Object.keys(React).length, React.Children.count([1, 2]));
