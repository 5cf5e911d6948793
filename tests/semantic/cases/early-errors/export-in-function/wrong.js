function f() {
  export const x = 1;
}
