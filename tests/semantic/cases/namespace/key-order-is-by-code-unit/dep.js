const value = 0;
export { value as b, value as a, value as B, value as "1x", value as "-1", value as "01" };
export { value as "\uFFFF", value as "\u{10000}", value as "", value as " ", value as "a b", value as "__proto__" };
