import * as dep from "./deep%20er/d%C3%A9p.js";
import * as first from "./deep%20er/twice.js?1";
import * as second from "./deep%20er/twice.js?2#x";

const shown = (url) => {
  const base = new URL(".", import.meta.url).href;
  return url.startsWith(base) ? url.slice(base.length) : "elsewhere";
};
console.log(shown(import.meta.url.replace(/[^/]*$/, "")), shown(dep.url()));
console.log(shown(first.url()), shown(second.url()), first.url() === second.url());
console.log(shown(dep.image().href), shown(dep.above().href), shown(dep.part().href));
