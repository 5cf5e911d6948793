import "./stubs/host.js";
import { Router, AutoRouter, IttyRouter, error, json, withParams, cors, StatusError } from "itty-router";

const request = (method, path) => ({ method, url: "http://host" + path, headers: new Map() });
const router = IttyRouter();
router
  .all("*", (r) => { r.seen = ["all"]; })
  .get("/todos/:id.:ext?", (r) => ["todo", r.params, r.query, r.seen])
  .get("/files/:path+", ({ params }) => params.path)
  .post("/todos", () => "created")
  .all("*", () => "not found");
const full = Router({ before: [withParams], finally: [(r) => ["final", r]], catch: (e) => ["caught", e.status ?? 500, e.message] });
full.get("/x/:n", ({ n }) => Number(n)).get("/bad", () => { throw new StatusError(418, "teapot"); });
(async () => {
  console.log(await router.fetch(request("GET", "/todos/1.json?a=1&b=2")), await router.fetch(request("GET", "/files/a/b/c")));
  console.log(await router.fetch(request("POST", "/todos")), await router.fetch(request("PUT", "/none")));
  console.log(await full.fetch(request("GET", "/x/5")), await full.fetch(request("GET", "/bad")));
  console.log(router.routes.length, typeof AutoRouter, error.name, json.name, typeof cors, StatusError.name);
})();
