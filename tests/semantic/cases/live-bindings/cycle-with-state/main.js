import { balance, deposit } from "./account.js";
import { entries } from "./ledger.js";

deposit(5);
deposit(7);
console.log(balance, entries);
