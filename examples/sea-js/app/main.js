define(function (require, exports) {
  var greeting = require("greeting");

  exports.shown = [];
  exports.show = function (text) {
    exports.shown.push(text);
    console.log(text);
  };
  exports.show(greeting.to("world"));

  require("./guests").forEach(function (name) {
    exports.show(greeting.to(name));
  });
});
