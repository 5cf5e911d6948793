export default class { n = 7; }
