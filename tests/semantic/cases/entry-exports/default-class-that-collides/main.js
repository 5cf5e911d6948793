import Widget2 from "./dep.js";
export default class Widget extends Widget2 {}
console.log(Widget.name, Widget2.name, Object.getPrototypeOf(Widget) === Widget2);
