export class K {
  constructor(tag = "none") {
    this.tag = tag;
    this.target = new.target;
  }
}
export const holder = { K };
export const make = () => K;
