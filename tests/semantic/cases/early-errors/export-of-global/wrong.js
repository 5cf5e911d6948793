export { Object };
