let unbound_arguments = "its own";
export const seen = [typeof arguments, (() => typeof arguments)(), typeof eval("unbound_arguments")];
try {
  arguments[0];
} catch (error) {
  console.log(error.name, unbound_arguments);
}
console.log((function () { return arguments.length + eval("arguments.length"); })(1, 2));
class Fields {
  count() { return arguments.length; }
  static [typeof arguments] = (...rest) => rest.length;
}
console.log(new Fields().count(0, 0, 0), Fields.undefined(1));
