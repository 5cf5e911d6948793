var f;
function f() {}
