#!/usr/bin/env node
import { x } from "./dep.js";
console.log(x);
