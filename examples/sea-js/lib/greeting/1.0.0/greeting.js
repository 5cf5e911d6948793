define("greeting/1.0.0/greeting", [], function (require, exports, module) {
  exports.to = function (name) {
    return "Hello, " + name + "!";
  };
});
