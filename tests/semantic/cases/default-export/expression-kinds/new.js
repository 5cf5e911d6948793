export default new class {
  kind = "instance";
}();
