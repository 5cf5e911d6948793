export default class { n = 4; }
