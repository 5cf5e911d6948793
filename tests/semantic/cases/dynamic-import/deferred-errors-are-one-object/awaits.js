await 0;
const tried = (load) => load().catch((error) => error);
export const compared = tried(() => import("./missing.js")).then(
  async (error) => [error instanceof Error, error === (await tried(() => import("./missing.js")))].join(),
);
