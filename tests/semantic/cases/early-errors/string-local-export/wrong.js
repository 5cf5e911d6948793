export { "x" as y };
