import { grow } from "./leaf.js";

export class Node {}

export const leaf = grow();
