import { late, f, K, v } from "./evals.js";
import * as ns from "./evals.js";
const attempt = (label, read) => {
  try {
    console.log(label, String(read()));
  } catch (error) {
    console.log(label, error.name);
  }
};
attempt("late", () => late);
attempt("K", () => K);
attempt("v", () => v);
attempt("f", () => f.name);
attempt("call", () => f());
attempt("ns", () => Object.keys(ns));
