export const read = () => lateGlobal;
console.log(typeof lateGlobal);
