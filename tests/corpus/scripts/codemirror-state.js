import { EditorState, StateField, StateEffect, Facet, Text, EditorSelection, ChangeSet, RangeSet, RangeValue, Transaction, Compartment, Prec, Annotation, countColumn, findClusterBreak } from "@codemirror/state";

const add = StateEffect.define();
const count = StateField.define({ create: () => 0, toJSON: (n) => n, fromJSON: (n) => n, update: (value, tr) => tr.effects.reduce((n, e) => (e.is(add) ? n + e.value : n), value + (tr.docChanged ? 1 : 0)) });
const size = Facet.define({ combine: (values) => Math.max(0, ...values) });
const slot = new Compartment();
let state = EditorState.create({ doc: "one\ntwo\nthree", selection: { anchor: 2 }, extensions: [count, size.of(1), Prec.highest(size.of(5)), slot.of(size.of(3)), EditorState.transactionFilter.of((tr) => tr)] });
console.log(state.facet(size), state.doc.lines, state.doc.line(2).text, state.field(count));
const tr = state.update({ changes: [{ from: 0, to: 3, insert: "ONE!" }, { from: 4, insert: "x\n" }], effects: add.of(10), annotations: Transaction.userEvent.of("input.type"), selection: EditorSelection.cursor(1) });
state = tr.state;
console.log(state.doc.toString(), state.field(count), tr.isUserEvent("input"), tr.changes.toJSON(), tr.changes.invert(tr.startState.doc).toJSON());
state = state.update({ effects: slot.reconfigure(size.of(50)) }).state;
console.log(state.facet(size), slot.get(state) !== undefined);
const a = ChangeSet.of({ from: 0, insert: "A" }, 5);
const b = ChangeSet.of({ from: 5, insert: "B" }, 5);
console.log(a.compose(b.map(a)).apply(Text.of(["hello"])).toString(), a.mapPos(3), b.desc.toJSON());
class Mark extends RangeValue {}
const set = RangeSet.of([new Mark().range(1, 3), new Mark().range(2, 5)], true);
const ranges = [];
set.map(ChangeSet.of({ from: 0, insert: "xx" }, 10)).between(0, 20, (from, to, value) => void ranges.push([from, to, value.constructor.name]));
console.log(ranges, set.size, countColumn("\tab", 4), findClusterBreak("e\u0301x", 0), Annotation.define().of(1).value);
console.log(JSON.stringify(state.toJSON({ count })), EditorState.fromJSON(state.toJSON()).selection.main.head, state.replaceSelection("z").changes.newLength);
const long = Text.of(Array.from({ length: 3000 }, (_, i) => "line " + i));
console.log(long.length, long.lineAt(5000).number, long.slice(100, 120).toString(), [...long.iterLines(5, 8)], state.wordAt(1));
try {
  state.update({ changes: { from: 999 } });
} catch (error) {
  console.log(error.name, error.message);
}
