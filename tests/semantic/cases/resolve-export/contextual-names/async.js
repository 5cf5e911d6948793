const async = "async";
export { async as default };
