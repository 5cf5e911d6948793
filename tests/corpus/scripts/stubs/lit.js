globalThis.CSSStyleSheet = class CSSStyleSheet {};
globalThis.HTMLElement = class HTMLElement {};
globalThis.customElements = { defined: [], define(name) { this.defined.push(name); }, get() {} };
globalThis.document = {
  createTreeWalker: () => ({ walk: true }),
  createComment: () => ({ comment: true }),
};
