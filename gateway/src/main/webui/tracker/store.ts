import type { TrackedEvent } from "./event";

const MOST = 100;
const LONGEST = 2 * 86400000;

/** What could not be sent, kept for the next page or the next connection: bounded, and gone once it is sent. */
export function store(name: string) {
  const write = (events: TrackedEvent[]) => {
    try {
      if (events.length) {
        localStorage.setItem(name, JSON.stringify(events.slice(-MOST)));
      } else {
        localStorage.removeItem(name);
      }
    } catch {
      // Full, or not allowed: then nothing outlives this page.
    }
  };
  const read = (): TrackedEvent[] => {
    try {
      const events = JSON.parse(localStorage.getItem(name) || "[]") as TrackedEvent[];
      return events.filter((event) => Date.now() - Date.parse(event.occurredAt) < LONGEST);
    } catch {
      return [];
    }
  };
  const without = (events: TrackedEvent[]) => read().filter((kept) => !events.some((event) => event.id === kept.id));
  return {
    read,
    keep: (events: TrackedEvent[]) => write([...without(events), ...events]),
    drop: (events: TrackedEvent[]) => write(without(events)),
  };
}
