export class K {
  me() {
    return "base " + (this instanceof K) + " " + K.name;
  }
}
