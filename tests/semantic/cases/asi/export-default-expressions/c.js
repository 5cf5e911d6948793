export default `template`
