export let state = 'waiting';
import('./user.js');
await new Promise((resolve) => setTimeout(resolve, 50));
state = 'done';
