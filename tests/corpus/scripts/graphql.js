import { parse, print, validate, buildSchema, graphqlSync, graphql, visit, introspectionFromSchema, printSchema, GraphQLObjectType, GraphQLSchema, GraphQLString, GraphQLInt, GraphQLList, GraphQLEnumType, GraphQLError, lexicographicSortSchema, Kind, Source } from "graphql";
import * as all from "graphql";

console.log(all.version, Object.keys(all).length);
const schema = buildSchema(`
  "A user" type User { id: ID! name: String friends(first: Int = 1): [User!] kind: Kind }
  enum Kind { HUMAN ROBOT }
  union Thing = User
  type Query { user(id: ID!): User things: [Thing] }
`);
const document = parse(`query Q($id: ID!) { user(id: $id) { ...F friends { name } } } fragment F on User { id name kind @include(if: true) }`);
console.log(print(document), document.kind === Kind.DOCUMENT, validate(schema, document).length);
console.log(validate(schema, parse("{ user { nam } }")).map((e) => [e.message, e.locations]));
const users = { 1: { id: 1, name: "Ada", kind: "HUMAN", friends: () => [users[2]] }, 2: { id: 2, name: "Bob", kind: "ROBOT", friends: [] } };
console.log(JSON.stringify(graphqlSync({ schema, source: print(document), rootValue: { user: ({ id }) => users[id] }, variableValues: { id: "1" } })));
console.log(JSON.stringify(graphqlSync({ schema, source: "{ user(id: 3) { friends { name } } }", rootValue: { user() { throw new RangeError("none"); } } })));
console.log(printSchema(lexicographicSortSchema(schema)), introspectionFromSchema(schema).__schema.types.length);
const counted = {};
visit(document, { enter(node) { counted[node.kind] = (counted[node.kind] ?? 0) + 1; } });
console.log(counted);
const Query = new GraphQLObjectType({
  name: "Query",
  fields: () => ({
    hello: { type: GraphQLString, args: { times: { type: GraphQLInt } }, resolve: async (_, { times }) => "hi".repeat(times ?? 1) },
    list: { type: new GraphQLList(new GraphQLEnumType({ name: "E", values: { A: { value: 0 }, B: { value: 1 } } })), resolve: () => [0, 1, 2] },
  }),
});
graphql({ schema: new GraphQLSchema({ query: Query }), source: "{ hello(times: 2) list }" }).then((result) => console.log(JSON.stringify(result)));
try {
  parse("{ a( }");
} catch (error) {
  console.log(error.name, error.message, error instanceof GraphQLError, error.toString());
}
console.log(Source.name, GraphQLError.name, Object.prototype.toString.call(schema), String(Query));
