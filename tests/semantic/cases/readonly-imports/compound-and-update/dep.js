export let x = {
  reads: 0,
  valueOf() {
    return ++this.reads;
  },
};
