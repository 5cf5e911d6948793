export const dep = "d";
