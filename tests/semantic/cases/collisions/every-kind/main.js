import { read as a } from "./a.js";
import { read as b } from "./b.js";
import { read as c } from "./c.js";
import { read as d } from "./d.js";
import { read as e } from "./e.js";
import { read as f } from "./f.js";

const x = "main";
console.log(x, a(), b(), c(), d(), e(), f());
