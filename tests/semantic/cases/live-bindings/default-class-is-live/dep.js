export default class Widget {
  kind = "widget";
}
export function drop() {
  Widget = undefined;
}
