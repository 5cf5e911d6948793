{
  import { x } from "./dep.js";
}
