var of = ["x"], get = { get: "got" }, set = { set }, from, as, target = "t", meta = "m";
const found = [];
for (of of of) found.push(of);
for (var get of [get]) found.push(get.get);
export const test = () => found.join() + typeof set.set + typeof from + target + meta + JSON.stringify({ get, from, as });
