export default { method() {}, default: () => {} };
