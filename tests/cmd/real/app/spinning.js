define(function (require, exports, module) {
  var $ = require("$")(require("./window"));
  var _ = require("_");
  function Spinning(items) {
    this.items = $.map(items, function (item, i) { return { item: item, at: i * 100 }; });
    this.random = _.constant(0.25);
  }
  Spinning.prototype.render = function () {
    _.each(_.sortBy(this.items, function (it) { return -it.at; }), function (it) {
      console.log(it.item, it.at, this.random());
    }, this);
    var done = $.Deferred();
    done.then(function (value) { console.log("deferred", value); });
    done.resolve($.param({ list: [1, 2], jquery: $.fn.jquery }));
  };
  module.exports = Spinning;
});
