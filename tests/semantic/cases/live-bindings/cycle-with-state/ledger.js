import { balance } from "./account.js";

export var entries = "";
export function record() {
  entries += `[${balance}]`;
}
