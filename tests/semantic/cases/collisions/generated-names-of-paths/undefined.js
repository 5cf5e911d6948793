export default class { n = 10; }
