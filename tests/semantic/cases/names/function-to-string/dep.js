export const plain = (a, /* comment */ b = 'x') => { return a + b ; };
export const multi = {
  method( x ) {
    // kept
    return   x;
  },
}.method;
