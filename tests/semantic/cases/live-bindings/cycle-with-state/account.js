import { record } from "./ledger.js";

export let balance = 0;
export function deposit(amount) {
  balance += amount;
  record();
}
deposit(100);
