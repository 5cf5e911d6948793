let total = "counter's total";
export const counter = () => total;
