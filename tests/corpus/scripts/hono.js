import "./stubs/host.js";
import { TrieRouter } from "hono/router/trie-router";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { LinearRouter } from "hono/router/linear-router";
import { PatternRouter } from "hono/router/pattern-router";
import { Hono } from "hono";
import { html, raw } from "hono/html";
import { HTTPException } from "hono/http-exception";
import { parse, serialize } from "hono/utils/cookie";
import { jsx, Fragment } from "hono/jsx";

for (const Router of [TrieRouter, RegExpRouter, LinearRouter, PatternRouter]) {
  const router = new Router();
  router.add("GET", "/posts/:id{[0-9]+}", "post");
  router.add("GET", "/posts/*", "any post");
  router.add("ALL", "*", "all");
  router.add("POST", "/users/:name/:action?", "user");
  console.log(router.name, JSON.stringify(router.match("GET", "/posts/12")), JSON.stringify(router.match("POST", "/users/bob/edit")), JSON.stringify(router.match("GET", "/nothing")));
}
const smart = new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] });
smart.add("GET", "/a/:b", 1);
console.log(JSON.stringify(smart.match("GET", "/a/x")), smart.activeRouter.name);
const app = new Hono();
app.use("/api/*", async (c, next) => next());
app.get("/api/:id", (c) => c.json({ id: c.req.param("id") }));
app.route("/sub", new Hono().get("/x", (c) => c.text("x")).basePath("/deep"));
console.log(app.routes.map((r) => [r.method, r.path]), app.router.name, Hono.name);
console.log(String(html`<p>${"<x>"}${raw("<b>")}</p>`), String(jsx("div", { class: "a", id: '"' }, "t<", jsx(Fragment, {}, "f"))));
console.log(parse("a=1; b=x%20y"), serialize("k", "v v", { httpOnly: true, maxAge: 10, path: "/" }), new HTTPException(401, { message: "no" }).status);
try {
  app.request("/api/1");
} catch (error) {
  console.log(error.name, error.message);
}
