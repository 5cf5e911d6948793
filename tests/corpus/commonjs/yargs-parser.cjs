const parser = require("yargs-parser");
console.log(JSON.stringify(parser("--foo=bar -abc 1 --no-x --n 3.5 rest -- more", { boolean: ["x"], alias: { n: ["number"] } })));
console.log(JSON.stringify(parser(["--list", "1", "--list", "2"], { array: ["list"] })), parser.detailed("--y 'q r'").argv.y);
