const tick = (count) => {
  console.log("job", count);
  if (count < 4) queueMicrotask(() => tick(count + 1));
};
queueMicrotask(() => tick(1));
