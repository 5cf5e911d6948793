export const file = "'quote`";
