import { a, setA, ns } from './a.js';
import * as star from './a.js';
import def from './d.js';
let x = 1, secret = 'mine';
console.log(eval('x + a'), eval('secret'), typeof eval('setA'));
setA(7);
console.log(eval('a'), eval('star.a'), def(), def.name);
try { eval('a = 3') } catch (e) { console.log(e.name) }
try { a = 3 } catch (e) { console.log(e.name) }
console.log(eval('this'), eval('typeof counter'), typeof counter);
export let y = eval('x = 5; x');
import('./lazy.js').then((m) => console.log(m.v, m.get('hidden')));
