class K {
  static make() {
    return new K();
  }
  static [(() => "computed")()] = () => K.name;
  copy = () => K;
  static own = K;
  get #p() {
    return K;
  }
  isMine(other) {
    return other instanceof K && this.#p === K;
  }
}
const Original = K;
K = class Replacement {};
export const test = () =>
  [Original.make() instanceof Original, Original.computed(), new Original().copy() === Original, Original.own === Original,
   new Original().isMine(new Original()), K.name, K === Original].join();
