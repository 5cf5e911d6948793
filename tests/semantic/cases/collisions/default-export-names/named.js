export const value = "named value", value_default = "named value_default";
