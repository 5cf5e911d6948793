const tag = (value) => Object.prototype.toString.call(value);
export function viaArrow() {
  return (() => tag(this))();
}
export function viaParameter(self = this) {
  return tag(self);
}
export function viaNested() {
  function own() {
    return tag(this);
  }
  return own();
}
export const bound = viaNested.bind(7);
export function viaClass() {
  return new (class {
    kind = tag(this);
    [tag(this)] = 1;
  })()["[object Module]"];
}
export let reassign = () => {
  viaArrow = function () {
    return "reassigned, this is " + tag(this);
  };
};
