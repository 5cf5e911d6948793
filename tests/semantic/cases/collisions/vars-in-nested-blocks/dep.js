{
  let y = "block y";
  let x$1 = "block x$1";
  {
    var x = "var x beside " + y + " and " + x$1;
  }
}
for (let x$2 of ["loop"]) {
  var y = "var y beside " + x$2;
}
export { x, y };
