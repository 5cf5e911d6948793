class K {}
console.log("before", K.name);
