function leaf() {}
export default leaf;
console.log('leaf');
