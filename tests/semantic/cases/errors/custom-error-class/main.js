import { AppError } from "./errors.js";
import "./other.js";

console.log(new AppError("x").name, new AppError("x") instanceof AppError);
throw new AppError("fatal");
