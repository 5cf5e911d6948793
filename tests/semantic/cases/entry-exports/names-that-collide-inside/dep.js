export const value = "dep value", exports = "dep exports", module = "dep module";
