const v = "v";
export { v as "a-b", v as "__proto__", v as constructor, v as "", v as if, v as hasOwnProperty, v as __esModule };
