import * as ring from './ring.js';
const read = () => {
  try {
    return ring.inner.late.name;
  } catch (error) {
    return error.name;
  }
};
console.log(read());
Promise.resolve().then(() => console.log(read()));
