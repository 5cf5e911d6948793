export default (0, () => {});
