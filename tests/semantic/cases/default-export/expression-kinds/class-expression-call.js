export default (class { static m() { return "static method"; } }).m();
