export const x = "text with //# sourceMappingURL=not-a-comment.map";
/*# sourceMappingURL=dep.css.map */
//# sourceURL=renamed.js
//@ sourceMappingURL=dep.js.map
