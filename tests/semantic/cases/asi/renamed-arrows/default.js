export default () => {}
(() => console.log("after default"))()
