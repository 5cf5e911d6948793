export default class { n = 2; }
