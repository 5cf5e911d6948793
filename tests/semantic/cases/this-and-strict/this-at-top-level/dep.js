export const values = [this, (() => this)(), (function () { return this; })(), { m() { return typeof this; } }.m()];
export default this;
