const axios = require("axios");
const instance = axios.create({
  baseURL: "https://example.invalid/api",
  adapter: async (config) => ({
    data: JSON.stringify({ url: axios.getUri(config), method: config.method, body: config.data }),
    status: 200, statusText: "OK", headers: {}, config,
  }),
});
instance.interceptors.request.use((config) => { config.headers.set("X-Test", "1"); return config; });
(async () => {
  const got = await instance.get("/users", { params: { id: [1, 2], q: "a b" } });
  console.log(got.status, got.data, got.config.headers.get("X-Test"));
  const posted = await instance.post("/users", { name: "n" });
  console.log(posted.data, posted.config.headers["Content-Type"]);
  console.log(axios.VERSION, axios.isAxiosError(new axios.AxiosError("x")), Object.keys(axios).length);
})();
