let name = "own name";
const Map = "own Map", Array = "own Array", JSON = "own JSON", Math = "own Math", parseInt = () => "own parseInt";
class Set {}
function Symbol() {
  return "own Symbol";
}
var isNaN = "own isNaN", globalThis_ = 1;
export const own = [name, Map, Array, JSON, Math, parseInt(), new Set().constructor.name, Symbol(), isNaN];
