let x;
function x() {}
