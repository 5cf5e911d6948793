export const f = () => {};
const h = () => {}, g = { f, h, named: f };
export const names = () => [g.f, g.h, g.named, class { static #p() {} static n = this.#p.name; }.n].map((x) => x.name ?? x).join();
