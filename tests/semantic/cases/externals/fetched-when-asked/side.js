import "loud";
export * from "loud";
export default "side";
