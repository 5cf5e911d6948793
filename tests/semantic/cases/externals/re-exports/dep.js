export { value as renamed, f } from "ext";
