export const value = [undefined === void 0, NaN !== NaN, Infinity === 1 / 0].join();
