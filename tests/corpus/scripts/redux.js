import "./stubs/host.js";
import { createStore, combineReducers, applyMiddleware, bindActionCreators, compose, legacy_createStore, isAction, isPlainObject } from "redux";
import * as toolkit from "@reduxjs/toolkit";
import { createSlice, configureStore, createAsyncThunk, createEntityAdapter, createSelector, createAction, createListenerMiddleware, nanoid } from "@reduxjs/toolkit";

const log = [];
const logger = (store) => (next) => (action) => {
  const result = next(action);
  log.push([action.type, store.getState().count]);
  return result;
};
const store = createStore(
  combineReducers({ count: (s = 0, a) => (a.type === "inc" ? s + (a.by ?? 1) : s), last: (s = null, a) => (a.type.startsWith("@@") ? s : a.type) }),
  applyMiddleware(logger),
);
const off = store.subscribe(() => log.push("notified"));
store.dispatch({ type: "inc" });
bindActionCreators({ inc: (by) => ({ type: "inc", by }) }, store.dispatch).inc(5);
off();
store.dispatch({ type: "other" });
console.log(store.getState(), log, compose((x) => x + 1, (x) => x * 2)(5), isAction({ type: "x" }), legacy_createStore === createStore, isPlainObject({}));
for (const attempt of [() => store.dispatch({}), () => createStore(1), () => combineReducers({ a: () => undefined })({}, { type: "x" })]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.message);
  }
}

console.log(Object.keys(toolkit).length, nanoid.name);
const fetchUser = createAsyncThunk("user/fetch", async (id, { rejectWithValue }) => (id < 0 ? rejectWithValue("negative") : { id, name: "n" + id }), { idGenerator: () => "id" });
const adapter = createEntityAdapter({ sortComparer: (a, b) => a.name.localeCompare(b.name) });
const users = createSlice({
  name: "users",
  initialState: adapter.getInitialState({ status: "idle" }),
  reducers: { added: adapter.addOne, renamed: (state, { payload }) => { state.entities[payload.id].name = payload.name; } },
  extraReducers: (builder) =>
    builder
      .addCase(fetchUser.pending, (state) => { state.status = "loading"; })
      .addCase(fetchUser.fulfilled, (state, action) => { state.status = "done"; adapter.upsertOne(state, action.payload); })
      .addCase(fetchUser.rejected, (state, action) => { state.status = action.payload ?? action.error.message; }),
});
const listener = createListenerMiddleware();
listener.startListening({ actionCreator: users.actions.added, effect: (action) => console.log("heard", action.payload) });
const app = configureStore({ reducer: { users: users.reducer }, middleware: (d) => d().prepend(listener.middleware), devTools: false });
app.dispatch(users.actions.added({ id: 2, name: "Zed" }));
app.dispatch(users.actions.added({ id: 1, name: "Amy" }));
app.dispatch(users.actions.renamed({ id: 1, name: "Ann" }));
console.log(app.getState(), users.actions.added.type, createAction("x", (a) => ({ payload: a, meta: 1 }))(3));
let computed = 0;
const names = createSelector([(s) => s.users.entities], (entities) => (computed++, Object.values(entities).map((u) => u.name)));
console.log(names(app.getState()), names(app.getState()), computed, adapter.getSelectors((s) => s.users).selectIds(app.getState()));
(async () => {
  await app.dispatch(fetchUser(7));
  console.log(app.getState().users.status, app.getState().users.ids);
  const result = await app.dispatch(fetchUser(-1));
  console.log(result.type, result.payload, app.getState().users.status);
  console.log(await app.dispatch(fetchUser(9)).unwrap());
})();
