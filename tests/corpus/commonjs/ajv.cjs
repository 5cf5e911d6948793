const Ajv = require("ajv");
const ajv = new Ajv({ allErrors: true });
const validate = ajv.compile({
  type: "object",
  properties: { n: { type: "integer", minimum: 1 }, tags: { type: "array", items: { enum: ["a", "b"] } } },
  required: ["n"],
  additionalProperties: false,
});
console.log(validate({ n: 1, tags: ["a"] }), validate({ n: 0, tags: ["c"], x: 1 }));
console.log(ajv.errorsText(validate.errors), typeof Ajv.default, Object.keys(Ajv).join());
