const moment = require("moment");
require("moment/locale/de");
const date = moment.utc("2020-02-29T12:34:56Z");
console.log(date.locale("en").format("dddd, MMMM Do YYYY, h:mm:ss a"), date.isLeapYear());
console.log(date.clone().locale("de").add(1, "year").format("LLLL"), moment.locales().join());
console.log(moment.duration(90, "minutes").humanize(), date.diff(moment.utc("2020-01-01"), "days"));
