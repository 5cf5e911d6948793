const x = 1;
export { x as if, x as class, x as await, x as let, x as yield, x as null, x as this, x as new, x as static, x as enum };
