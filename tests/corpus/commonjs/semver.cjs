const semver = require("semver");
const { satisfies, inc } = require("semver");
console.log(satisfies("1.2.3", "^1.0.0 || 3"), inc("1.2.3", "minor"), semver.clean("  =v1.2.3 "));
console.log(semver.sort(["1.10.0", "1.2.0", "1.2.0-rc.1"]), semver.validRange("~1.2"), semver.coerce("v3.4").version);
console.log(require("semver/functions/major")("4.5.6"), Object.keys(semver).length);
