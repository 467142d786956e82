import { addDays, utc } from "../period/days";

const LOCALE = "en-IE";
const day = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", timeZone: "UTC" });
const dayYear = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(LOCALE, { month: "short", year: "numeric", timeZone: "UTC" });

export function sayDay(text: string): string {
  return day.format(utc(text));
}

/** From a day to the one before the end, as people say it: 25 Oct to 21 Nov 2026. */
export function sayPeriod(from: string, to: string): string {
  const last = addDays(to, -1);
  if (from === last) return dayYear.format(utc(from));
  const begin = from.slice(0, 4) === last.slice(0, 4) ? day : dayYear;
  return `${begin.format(utc(from))} to ${dayYear.format(utc(last))}`;
}

/** One step of a series: a day, a whole month, or some days. */
export function sayStep(from: string, to: string): string {
  if (from.endsWith("-01") && to.endsWith("-01") && to > addDays(from, 27) && to < addDays(from, 32)) {
    return month.format(utc(from));
  }
  return addDays(from, 1) >= to ? day.format(utc(from)) : `${day.format(utc(from))} to ${day.format(utc(addDays(to, -1)))}`;
}

export function sayInstant(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(instant));
}

export function sayDate(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone }).format(
    new Date(instant),
  );
}

/** A moment in a list. */
export function sayMoment(instant: string, timeZone: string): string {
  const options = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone } as const;
  return new Intl.DateTimeFormat(LOCALE, options).format(new Date(instant));
}
