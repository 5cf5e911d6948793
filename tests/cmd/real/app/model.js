define(function (require) {
  var Backbone = require("backbone");
  return Backbone.Model.extend({
    defaults: { count: 0 },
    spin: function () { return this.set({ count: this.get("count") + 1 }); },
  });
});
