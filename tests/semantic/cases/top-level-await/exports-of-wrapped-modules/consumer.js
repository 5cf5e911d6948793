const show = (when) =>
  console.log(when, entry.n, entry.renamed, entry.e, entry.f(), entry.K.tag, entry.a, entry.b, entry.default(), entry.inner.n, entry.unset?.name, Object.keys(entry).join());
show("consumer");
console.log(entry.later());
show("after later");
setTimeout(() => show("after the timer"), 5);
