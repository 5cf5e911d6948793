// globals:
// Makes the scope of a module whose slots may be seen before it runs: its body is a generator that
// stops once, when its functions and slots are there.
const instantiate = (body) => {
  const steps = body();
  steps.next();
  return () => steps.next();
};
