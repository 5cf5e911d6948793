/* 💥💥💥 */ import { 𝒳, y as 𝓎 } from "./dep.js"; /* 💥 */ let x = "💥", y = `💥${𝒳}💥`; console.log(x, y, 𝓎, { 𝒳 }.𝒳, { 𝓎 }.𝓎);
