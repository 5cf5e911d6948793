export default class { n = 3; }
