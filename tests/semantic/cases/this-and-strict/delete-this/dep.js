export const answer = delete this;
console.log(answer);
