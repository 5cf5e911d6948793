import { limit } from "./limit.js";
try { limit = 1; } catch (error) { console.log(error.name); }
try { [limit] = [2]; } catch (error) { console.log(error.name); }
console.log(limit);
