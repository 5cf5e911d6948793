export default class { n = 8; }
