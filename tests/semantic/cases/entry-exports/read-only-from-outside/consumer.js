for (const action of [() => { entry.x = 2; }, () => delete entry.x, () => { entry.x++; }]) {
  try {
    action();
    console.log("no error");
  } catch (error) {
    console.log(error.name);
  }
}
console.log(entry.x, entry.read());
