const express = require("express");
const app = express();
app.use(express.json());
app.get("/hello/:name", (request, response) => response.json({ hello: request.params.name, q: request.query.q }));
app.post("/echo", (request, response) => response.status(201).type("text").send(`got ${request.body.value}`));
app.use((error, request, response, next) => response.status(500).send(error.message));
const server = app.listen(0, "127.0.0.1", async () => {
  const base = `http://127.0.0.1:${server.address().port}`;
  const hello = await fetch(`${base}/hello/world?q=1`);
  console.log(hello.status, await hello.text(), hello.headers.get("content-type"), hello.headers.get("etag"));
  const echo = await fetch(`${base}/echo`, { method: "POST", headers: { "content-type": "application/json" }, body: '{"value":7}' });
  console.log(echo.status, await echo.text());
  const missing = await fetch(`${base}/missing`);
  console.log(missing.status, (await missing.text()).includes("Cannot GET /missing"));
  server.close();
});
