define(function (require) {
  // main.js is not done, but what it has exported is there.
  require("./main").show("who comes?");
  return ["Ada", "Grace"];
});
