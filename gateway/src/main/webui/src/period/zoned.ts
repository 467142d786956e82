/** The day that it is somewhere, as 2026-03-01. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone }).format(at);
}

/** When the clocks of a time zone show this time of this day; the first of two such moments. */
export function instantOf(day: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // What the zone is ahead of UTC may differ between the guess and the answer: a second look settles it.
  const near = wanted - aheadAt(wanted, timeZone);
  return new Date(wanted - aheadAt(near, timeZone)).toISOString();
}

function aheadAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).formatToParts(new Date(instant));
  const at = (type: string) => Number(parts.find((part) => part.type === type)!.value);
  return Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second")) - instant;
}
