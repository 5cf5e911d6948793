export default class {
  static name = "static field of default";
}
