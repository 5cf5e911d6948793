export default (function own() {});
