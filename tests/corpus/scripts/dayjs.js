// dayjs's ESM build imports without file extensions, as bundlers allow.
import dayjs from "dayjs/esm";
import utc from "dayjs/esm/plugin/utc";
import relativeTime from "dayjs/esm/plugin/relativeTime";
import advancedFormat from "dayjs/esm/plugin/advancedFormat";
import duration from "dayjs/esm/plugin/duration";
import weekOfYear from "dayjs/esm/plugin/weekOfYear";
import customParseFormat from "dayjs/esm/plugin/customParseFormat";
import de from "dayjs/esm/locale/de";
import "dayjs/esm/locale/fr";

for (const plugin of [utc, relativeTime, advancedFormat, duration, weekOfYear, customParseFormat]) dayjs.extend(plugin);
const day = dayjs.utc("2024-02-29T13:45:06.789Z");
console.log(day.format(), day.format("YYYY [Q]Q MMMM Do, dddd hh:mm:ss.SSS A Z k X"), day.add(1, "year").format("L"), day.week());
console.log(day.locale("de").format("dddd, D. MMMM"), day.locale("fr").format("dddd D MMMM"), de.name, dayjs.locale());
console.log(day.from(day.add(3, "day")), dayjs.duration(1e8).humanize(), dayjs.duration({ hours: 30 }).format("D HH:mm"), dayjs.duration("P1DT2H").asHours());
console.log(day.startOf("month").toISOString(), day.endOf("quarter").isValid(), day.diff("2020-01-01", "month", true), day.isBefore("2025-01-01"), day.toJSON());
console.log(dayjs("05/02/69 1:02:03 PM", "MM/DD/YY h:mm:ss A").year(), dayjs("x", "YYYY", true).isValid(), dayjs.isDayjs(day), dayjs.name);
