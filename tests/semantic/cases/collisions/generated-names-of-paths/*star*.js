export default class { n = 9; }
