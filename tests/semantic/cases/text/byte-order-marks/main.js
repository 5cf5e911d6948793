import { x } from "./dep.js";
import data from "./data.json" with { type: "json" };
console.log(x, "﻿".length, data.ok);
