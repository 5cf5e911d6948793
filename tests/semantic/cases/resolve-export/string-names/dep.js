let v = "v";
export { v as "a b", v as "", v as '💥', v as "plain", v as "ac" };
