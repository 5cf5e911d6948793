import { Node } from "./tree.js";

// tree.js waits for this module, so Node is still in its temporal dead zone.
try {
  console.log("never printed", new Node());
} catch (error) {
  console.log("too early:", error.name);
}

// By the time that tree.js calls this, Node is there.
export function grow() {
  return new Node();
}
