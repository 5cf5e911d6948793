export default typeof window === "undefined" ? "no window" : "window";
