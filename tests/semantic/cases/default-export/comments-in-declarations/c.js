export /* x */ const /* y */ x /* z */ = /* w */ 1 /* v */, // more
  y = 2;
export // before function
function f /* name */ () {}
export default /* before class */ class /* before brace */ {}
