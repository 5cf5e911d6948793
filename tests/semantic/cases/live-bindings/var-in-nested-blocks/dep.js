export { inBlock, inTry, inLoop, never };
export const before = typeof inBlock;
{
  {
    var inBlock = "block";
  }
}
try {
  throw 1;
} catch {
  var inTry = "catch";
} finally {
  for (var inLoop = 0; inLoop < 3; inLoop++);
}
if (false) var never = 1;
export const later = () => {
  inBlock = "changed";
};
