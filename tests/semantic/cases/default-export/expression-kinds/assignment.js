let y;
export default y = "assigned";
