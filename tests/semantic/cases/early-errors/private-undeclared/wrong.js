class C {
  m() {
    this.#x;
  }
}
