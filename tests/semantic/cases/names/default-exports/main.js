import anonymousFunction from "./function.js";
import anonymousClass from "./class.js";
import arrow from "./arrow.js";
import parenthesised from "./parenthesised.js";
import generator from "./generator.js";
import asyncFunction from "./async.js";
import named from "./named.js";
import namedExpression from "./named-expression.js";
import comma from "./comma.js";
import object from "./object.js";
import classExpression from "./class-expression.js";

for (const f of [
  anonymousFunction, anonymousClass, arrow, parenthesised, generator, asyncFunction,
  named, namedExpression, comma, object.method, object.default, classExpression,
]) {
  console.log(JSON.stringify(f.name));
}
