((detached) => {
"use strict";

const main_body = detached["main.js"]({
  __proto__: null,
  get greet() { return greet; },
  set greet(_) { main_body = _; },
});

// greet.js
const secret$1 = "hidden";
const greet = (name) => `hello ${name}`;

main_body();

})({

// main.js
"main.js": function ($scope, $expose) { with ($scope) return (function () { "use strict"; return () => {
const secret = "main's";
console.log(eval("greet(secret)"));
};
})(); },

});
