export default "dep's";
