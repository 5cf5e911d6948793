// The classic page of Sea.js: libraries under sea-modules, wrapped as CMD modules, and a program
// of three modules. The window is a stub in which jQuery finds what it looks for.
seajs.config({
  base: "./sea-modules/",
  alias: {
    $: "jquery/jquery/3.7.1/jquery",
    _: "gallery/underscore/1.13.8/underscore",
    backbone: "gallery/backbone/1.6.1/backbone",
  },
});
seajs.use("./app/main");
