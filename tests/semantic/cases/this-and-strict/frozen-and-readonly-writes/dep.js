export function attempt(action) {
  try {
    action();
    return "no error";
  } catch (error) {
    return error.name;
  }
}
