export const z = 1, a = 2, Z = 3, _ = 4, $ = 5;
export default 0;
export { Z as "é", _ as "\u{1F600}", $ as "\uFFFD" };
