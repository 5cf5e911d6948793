import './late.js';
export let _ = 1;
export let $ = 10;
_ += 1;
$ += 1;
export const read = () => [_, $].join();
