import * as fns from "date-fns";
import { format, parse, addMonths, differenceInCalendarDays, formatDistance, intervalToDuration, eachDayOfInterval, isValid, parseISO } from "date-fns";
import { de, fr, ja, enGB } from "date-fns/locale";
import { formatWithOptions, addDays } from "date-fns/fp";

const date = new Date(2024, 1, 29, 13, 45, 6, 789);
console.log(Object.keys(fns).length, format(date, "yyyy-MM-dd'T'HH:mm:ss.SSS"), format(date, "PPPPpp"));
for (const locale of [de, fr, ja, enGB]) console.log(locale.code, format(date, "PPPP", { locale }), formatDistance(0, 1e9, { locale, addSuffix: true }));
console.log(format(addMonths(date, 12), "do MMMM yyyy"), differenceInCalendarDays(date, new Date(2023, 0, 1)));
console.log(parse("02/11/2014 5 PM", "MM/dd/yyyy h a", new Date(2000, 0, 1)).getHours(), isValid(parse("x", "yyyy", date)));
console.log(intervalToDuration({ start: new Date(1929, 0, 15, 12, 0, 0), end: new Date(1968, 3, 4, 19, 5, 0) }));
console.log(eachDayOfInterval({ start: new Date(2024, 1, 27), end: new Date(2024, 2, 1) }).map((d) => format(d, "EEE d")));
console.log(parseISO("2019-02-11T14:00:00Z").getTime(), fns.formatISO9075(date), fns.formatRFC3339(new Date(0)).length);
console.log(fns.startOfWeek(date, { weekStartsOn: 1 }).getDate(), fns.getISOWeek(date), fns.lastDayOfQuarter(date).getMonth());
console.log(fns.formatDuration({ years: 2, months: 9, weeks: 1, days: 7, hours: 5 }), fns.isWithinInterval(date, { start: 0, end: 1e13 }));
console.log(addDays(3)(date).getDate(), formatWithOptions({ locale: fr })("EEEE")(date), fns.max([0, 5, 3]).getTime());
console.log(fns.areIntervalsOverlapping({ start: 0, end: 10 }, { start: 5, end: 15 }), fns.clamp(5, { start: 7, end: 9 }).getTime());
console.log(fns.isLeapYear(date), fns.formatRelative(fns.subDays(date, 3), date), fns.closestTo(4, [1, 5]).getTime());
try {
  format(new Date(NaN), "yyyy");
} catch (error) {
  console.log(error.name, error.message);
}
try {
  format(date, "n");
} catch (error) {
  console.log(error.name, error.message);
}
