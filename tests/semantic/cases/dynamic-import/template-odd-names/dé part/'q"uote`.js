export const file = "'q\"uote`";
