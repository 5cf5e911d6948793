const a = "ten", b = "nine";
export { a as "10", b as "9", a as word };
