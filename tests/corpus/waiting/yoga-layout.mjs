import Yoga, { Edge, FlexDirection } from "yoga-layout";

export function layout(width) {
  const [root, left, right] = [0, 1, 2].map(() => Yoga.Node.create());
  root.setFlexDirection(FlexDirection.Row);
  root.setWidth(width);
  root.setHeight(40);
  left.setFlexGrow(1);
  right.setFlexGrow(3);
  right.setMargin(Edge.Left, 5);
  [left, right].forEach((node, at) => root.insertChild(node, at));
  root.calculateLayout(undefined, undefined, Yoga.DIRECTION_LTR);
  return [left, right].map((node) => node.getComputedLayout());
}
export const first = layout(105);
export * from "yoga-layout";
console.log(JSON.stringify(first));
