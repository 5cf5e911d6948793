export const load = (name) => import("./parts/" + name + ".js");
