export default /regexp/g
