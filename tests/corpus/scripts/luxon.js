import { DateTime, Duration, Interval, Info, Settings, IANAZone, FixedOffsetZone, VERSION } from "luxon";

Settings.defaultZone = "utc";
Settings.defaultLocale = "en-US";
const when = DateTime.fromISO("2024-02-29T13:45:06.789");
console.log(VERSION, when.toISO(), when.plus({ months: 12 }).toISODate(), when.startOf("week").toISODate(), when.weekNumber, when.ordinal);
console.log(when.toFormat("yyyy LLL dd HH:mm:ss.SSS ZZ"), when.toFormat("cccc, MMMM d"), when.setLocale("en-US").toLocaleString(DateTime.DATE_FULL));
console.log(when.diff(DateTime.utc(2020, 1, 1), ["years", "months", "days", "hours"]).toObject(), when.setZone("UTC+5:30").toISO());
console.log(Duration.fromObject({ hours: 30, minutes: 90 }).normalize().shiftTo("days", "hours", "minutes").toObject(), Duration.fromISO("P1Y2M10DT2H30M").toISO());
console.log(Interval.fromDateTimes(when, when.plus({ days: 3 })).splitBy({ days: 1 }).map((i) => i.toISODate()), Interval.after(when, { hours: 1 }).contains(when));
console.log(Info.weekdays("short"), Info.months("long").length, DateTime.fromFormat("05 1982", "MM yyyy").toISODate(), DateTime.fromSQL("2017-05-15 09:24:15").toMillis());
console.log(DateTime.fromISO("nope").isValid, DateTime.fromISO("2024-13-01").invalidReason, DateTime.fromObject({ year: 2024, month: 2, day: 30 }).invalidExplanation);
console.log(DateTime.fromRFC2822("Tue, 01 Nov 2016 13:23:12 +0630").toHTTP(), when.hasSame(when.endOf("day"), "day"), DateTime.max(when, when.plus(1)).toMillis());
console.log(FixedOffsetZone.parseSpecifier("UTC+7").name, IANAZone.isValidSpecifier("Europe/Paris"), DateTime.name, String(when), JSON.stringify({ when }));
try {
  DateTime.fromObject({ year: 2024, nonsense: 1 });
} catch (error) {
  console.log(error.constructor.name, error.message);
}
