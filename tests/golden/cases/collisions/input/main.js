import first from "./first.js";
import second, { helper as other } from "./second.js";
const helper = () => "main's";
class Thing {}
console.log(helper(), other(), helper.name, other.name);
console.log(first.name, second.name, Thing.name, new first() instanceof Thing);
