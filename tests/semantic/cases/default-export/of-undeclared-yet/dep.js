export default late;
export var late = "assigned";
late += " twice";
