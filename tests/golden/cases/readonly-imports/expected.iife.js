(() => {
"use strict";

const readonly = {
  get limit() { return limit; },
  set limit(_) { readonly = _; },
};

// limit.js
let limit = 10;

// main.js
try { readonly.limit = 1; } catch (error) { console.log(error.name); }
try { [readonly.limit] = [2]; } catch (error) { console.log(error.name); }
console.log(limit);

})();
