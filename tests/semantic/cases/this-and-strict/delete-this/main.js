import "./dep.js";

console.log(delete this, delete (this), delete /* nothing */ (this));
console.log(delete (this ?? {}).x, delete [this][0], `${delete this}`);
const deletes = () => delete this;
console.log(deletes());
try {
  delete this.x;
} catch (error) {
  console.log(error.name);
}
