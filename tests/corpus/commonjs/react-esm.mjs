import React, { createElement as h, useReducer } from "react";
import { renderToString } from "react-dom/server";
import * as All from "react";

function Counter() {
  const [state] = useReducer((n) => n + 1, 5);
  return h("b", { "data-n": state }, state, " ", React.version === All.version ? "same" : "other");
}
console.log(renderToString(h(Counter)), All.default === React, Object.keys(All).length > 20);
