export const anonymous = (() => () => {})();
