import { K, Other, make } from "./a.js";

console.log(K.name, Other.name, new K().other(), make() instanceof Other, K.ref === Other, K.own === K);
const OtherK = "main";
