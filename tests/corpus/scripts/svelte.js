import "./stubs/host.js";
// The component below is what svelte's compiler makes of
//   <script>let { items, title = "List" } = $props(); let n = $derived(items.length);</script>
//   <h1>{title} ({n})</h1>{#each items as item}<li class:done={item.done}>{item.text}</li>{:else}none{/each}
import { writable, readable, derived, readonly, get, fromStore, toStore } from "svelte/store";
import { SvelteMap, SvelteSet, SvelteDate, createSubscriber } from "svelte/reactivity";
import { tick, untrack, createRawSnippet } from "svelte";
import { cubicOut, elasticIn, bounceOut } from "svelte/easing";
import { render } from "svelte/server";
import * as $ from "svelte/internal/server";
import * as client from "svelte/internal/client";

const count = writable(1, (set) => {
  console.log("first subscriber");
  return () => console.log("last one left");
});
const double = derived(count, (n) => n * 2);
const both = derived([count, double], ([a, b], set, update) => {
  set(a + b);
  update((n) => n + 0.5);
}, 0);
const stop = both.subscribe((value) => console.log("both", value));
count.set(5);
count.update((n) => n + 1);
stop();
console.log(get(double), get(readable("fixed")), Object.keys(readonly(count)));
console.log(cubicOut(0.3), elasticIn(0.7), bounceOut(0.5));

const map = new SvelteMap([["a", 1]]);
const set = new SvelteSet([1, 2, 2]);
map.set("b", 2);
console.log([...map], map.size, [...set], new SvelteDate(0).getTime(), SvelteMap.name, typeof createSubscriber);

const source = client.state(1);
const runs = [];
const dispose = client.effect_root(() => {
  const squared = client.derived(() => client.get(source) ** 2);
  client.render_effect(() => {
    runs.push(client.get(squared));
  });
  client.user_effect?.(() => {});
});
client.flush();
client.set(source, 3);
client.flush();
client.update(source);
client.flush();
dispose();
client.set(source, 100);
client.flush();
console.log(runs, untrack(() => client.get(source)));
const state = client.proxy({ list: [1, 2], deep: { a: 1 } });
state.list.push(3);
state.deep.a += 1;
console.log(JSON.stringify(state), client.snapshot(state));
console.log(get(toStore(() => state.deep.a)), typeof fromStore(count).current);

function List($$renderer, $$props) {
  $$renderer.component(($$renderer) => {
    let { items, title = "List" } = $$props;
    let n = $.derived(() => items.length);
    $$renderer.push(`<h1>${$.escape(title)} (${$.escape(n())})</h1> `);
    const each_array = $.ensure_array_like(items);
    if (each_array.length !== 0) {
      $$renderer.push("<!--[-->");
      for (let i = 0; i < each_array.length; i++) {
        $$renderer.push(`<li${$.attr_class("", void 0, { done: each_array[i].done })}${$.attr("title", each_array[i].text)}>${$.escape(each_array[i].text)}</li>`);
      }
    } else {
      $$renderer.push("<!--[!-->none");
    }
    $$renderer.push("<!--]-->");
  });
}
for (const items of [[{ text: "a<b", done: true }, { text: '"q"', done: false }], []]) {
  const { body, head } = render(List, { props: { items } });
  console.log(body, JSON.stringify(head));
}
console.log($.clsx(["a", { b: true }]), $.attr_style("a:1", { b: 2 }), typeof createRawSnippet, $.stringify(null));
tick().then(() => console.log("ticked"));
