define(function (require, exports, module) {
  var Spinning = require("./spinning");
  var _ = require("_");
  var s = new Spinning(["one", "two", "three"]);
  s.render();
  require.async("./model", function (Model) {
    var model = new Model({ name: "spinning" });
    model.on("change:count", function (it, count) { console.log("changed to", count); });
    model.set("count", _.size(s.items));
    model.spin();
    console.log(JSON.stringify(model));
  });
  console.log("after main", module.id);
});
