import * as Vue from "vue";
import { ref, reactive, computed, watch, watchEffect, effectScope, nextTick, toRefs, shallowRef, readonly, h, createSSRApp, defineComponent, provide, inject, isRef, toRaw, markRaw, customRef, triggerRef } from "vue";
import { renderToString, ssrInterpolate } from "@vue/server-renderer";

console.log(Vue.version, Object.keys(Vue).length > 100);
const count = ref(0);
const double = computed(() => count.value * 2);
const seen = [];
watch(count, (now, before) => seen.push([before, now]), { flush: "sync" });
const stop = watchEffect(() => seen.push(["effect", double.value]), { flush: "sync" });
count.value++;
count.value += 5;
stop();
count.value = 0;
console.log(seen, double.value, isRef(double));

const state = reactive({ list: [1, 2], nested: { a: 1 }, map: new Map([["k", { v: 1 }]]) });
const { nested } = toRefs(state);
nested.value.a = 7;
state.list.push(3);
const total = computed(() => state.list.reduce((a, b) => a + b, 0));
console.log(total.value, toRaw(state).nested, Vue.isReactive(state.map.get("k")), Vue.isReactive(markRaw({})));
const fixed = readonly(state);
fixed.nested.a = 100;
console.log(state.nested.a, Vue.isReadonly(fixed.nested));
const scope = effectScope();
scope.run(() => {
  watchEffect(() => console.log("scoped", state.nested.a));
  Vue.onScopeDispose(() => console.log("disposed"));
});
state.nested.a = 8;
await0();
function await0() {
  nextTick(() => {
    scope.stop();
    console.log("after tick");
  });
}
const shallow = shallowRef({ n: 1 });
let shallowRuns = 0;
watch(shallow, () => shallowRuns++, { flush: "sync" });
shallow.value.n = 2;
triggerRef(shallow);
console.log(shallowRuns);
const odd = customRef((track, trigger) => {
  let value = 1;
  return { get: () => (track(), value), set: (v) => { value = v | 1; trigger(); } };
});
odd.value = 4;
console.log(odd.value);

const Item = defineComponent({
  name: "TodoItem",
  props: { text: { type: String, required: true }, done: Boolean },
  emits: ["toggle"],
  setup(props, { slots }) {
    const theme = inject("theme", "none");
    return () => h("li", { class: ["item", { done: props.done }], style: { color: "red", fontSize: "2px" }, "data-theme": theme }, [props.text, slots.default?.()]);
  },
});
const app = createSSRApp({
  data: () => ({ items: [{ text: "write <b>", done: true }, { text: "ship", done: false }] }),
  computed: { left() { return this.items.filter((i) => !i.done).length; } },
  setup() { provide("theme", "dark"); },
  render() {
    return h("ul", { id: "todo" }, [...this.items.map((item) => h(Item, { ...item, key: item.text }, { default: () => h("i", "slot") })), h(Vue.Fragment, [h("p", this.left)])]);
  },
});
app.config.warnHandler = (message) => console.log("warn", message);
renderToString(app).then((html) => console.log(html), (error) => console.log("failed", error.name, error.message));
console.log(ssrInterpolate({ a: [1, "<"] }), Vue.toDisplayString({ a: 1 }), Vue.camelize("a-b-c"), Vue.normalizeClass(["a", { b: true, c: false }]));
const vnode = h("div", { onClick() {} }, ["x", h(Item, { text: "y" })]);
console.log(vnode.shapeFlag, vnode.children.length, Vue.isVNode(vnode), Vue.mergeProps({ class: "a", style: "x:1" }, { class: "b" }));
