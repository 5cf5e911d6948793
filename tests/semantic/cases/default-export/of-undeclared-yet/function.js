export default below;
function below() {
  return "hoisted";
}
