const from = "from", as = "as", of = "of";
export default from;
export { as, of };
export { from as get };
