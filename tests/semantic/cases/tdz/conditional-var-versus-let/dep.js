export const closures = [];
for (let i = 0; i < 3; i++) closures.push(() => "let" + i);
for (var i = 0; i < 3; i++) closures.push(() => "var" + i);
for (const i of [7, 8]) closures.push(() => "const" + i);
export { i };
