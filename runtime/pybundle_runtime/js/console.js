// The console: every call is an event with its arguments, structurally printed. What a method
// does besides printing (counting, timing) is said in what it prints.
const counts = new Map();
const clocks = new Map();
const label = (value) => value === undefined ? "default" : toText(value);
const consoleCall = (method, values) => {
  const position = callPosition(consoleMethods[method]);
  const printed = printAll(values);
  host.emit(`["console",${quote(method)},${jsonList(printed)},${quote(position)}]`);
};
const consoleMethods = { __proto__: null };
const plainMethods = [
  "log", "info", "warn", "error", "debug", "trace", "table", "dir", "dirxml", "group",
  "groupCollapsed", "groupEnd", "clear", "profile", "profileEnd", "timeStamp",
];
for (let i = 0; i < plainMethods.length; i++) {
  const method = plainMethods[i];
  consoleMethods[method] = { [method](...args) { consoleCall(method, args); } }[method];
}
define(consoleMethods, "assert", {
  assert(condition, ...args) { if (!condition) consoleCall("assert", args); },
}.assert);
define(consoleMethods, "count", {
  count(name) {
    const key = label(name);
    const count = (mapGet(counts, key) ?? 0) + 1;
    mapSet(counts, key, count);
    consoleCall("count", [key, count]);
  },
}.count);
define(consoleMethods, "countReset", {
  countReset(name) { mapDelete(counts, label(name)); },
}.countReset);
define(consoleMethods, "time", {
  time(name) { mapSet(clocks, label(name), now); },
}.time);
define(consoleMethods, "timeLog", {
  timeLog(name, ...args) {
    consoleCall("timeLog", [label(name), now - (mapGet(clocks, label(name)) ?? now), ...args]);
  },
}.timeLog);
define(consoleMethods, "timeEnd", {
  timeEnd(name) {
    consoleCall("timeEnd", [label(name), now - (mapGet(clocks, label(name)) ?? now)]);
    mapDelete(clocks, label(name));
  },
}.timeEnd);
const consoleObject = {};
{
  const keys = ownKeys(consoleMethods);
  for (let i = 0; i < keys.length; i++) {
    defineProperty(consoleObject, keys[i], dataDescriptor(consoleMethods[keys[i]], true));
  }
  defineProperty(consoleObject, toStringTag, {
    __proto__: null, value: "console", writable: false, enumerable: false, configurable: true,
  });
}
