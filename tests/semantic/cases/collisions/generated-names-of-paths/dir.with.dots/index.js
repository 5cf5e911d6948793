export default class { n = 6; }
