export const log = [];
try {
  notDeclared++;
} catch (error) {
  log.push(error.name);
}
for (const write of [() => (alsoNot = 1), () => ([alsoNot] = [1]), () => { for (alsoNot of [1]); }]) {
  try {
    write();
  } catch (error) {
    log.push(error.name);
  }
}
