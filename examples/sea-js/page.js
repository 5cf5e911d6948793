seajs.config({
  base: "./lib/",
  alias: { greeting: "greeting/1.0.0/greeting" },
});

seajs.use("./app/main", function (main) {
  console.log("used: " + main.shown.join(", "));
});
console.log("the page goes on");
