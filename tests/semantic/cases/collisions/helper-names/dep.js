export const dep = "dep", __name = "dep __name", K$1 = "dep K$1", dep_ns = "other";
export default "default";
