export const f = (Symbol = "default", Map = typeof globalThis.Map) => {
  let JSON = "local";
  return [Symbol, Map, JSON, typeof Promise].join();
};
