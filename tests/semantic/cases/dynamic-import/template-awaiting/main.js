const load = (name) => import(`./late/${name}.js`);
console.log((await load("waits")).value);
const failures = [];
for (const name of ["throws", "throws"]) await load(name).catch((error) => failures.push(error));
console.log(failures[0].message, failures[0] === failures[1]);
console.log((await load("then")).other);
