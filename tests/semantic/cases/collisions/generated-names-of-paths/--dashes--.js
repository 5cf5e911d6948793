export default class { n = 5; }
