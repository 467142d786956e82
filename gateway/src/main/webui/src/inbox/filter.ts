import { EMOTIONS } from "../api/client";
import type { InboxFilter } from "../api/inbox";
import { addDays, addMonths } from "../period/days";

/** What the address may say about which texts are listed. */
export const FILTERS = ["q", "source", "label", "aspect", "emotion", "rating", "answered", "state", "tag", "assignee", "touchpoint", "page", "period", "from", "to"] as const;
export type FilterName = (typeof FILTERS)[number];

export const LABELS = ["negative", "neutral", "positive"] as const;
export const STATES = ["open", "in_progress", "done"] as const;
export const RATINGS = ["1", "2", "3", "4", "5"] as const;
export const PERIODS = ["7d", "28d", "90d", "12m", "custom"] as const;

export const STATE_NAMES: Record<string, string> = { open: "Open", in_progress: "In progress", done: "Done" };
export const PERIOD_NAMES: Record<string, string> = {
  "7d": "last 7 days",
  "28d": "last 28 days",
  "90d": "last 90 days",
  "12m": "last 12 months",
  custom: "chosen days",
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The question that an address asks; what it says that makes no sense is left out. */
export function filterOf(parameters: URLSearchParams, today: string): InboxFilter {
  const text = (name: FilterName) => parameters.get(name)?.trim() || undefined;
  const oneOf = <T extends string>(name: FilterName, of: readonly T[]) => of.find((value) => value === parameters.get(name));
  const rating = oneOf("rating", RATINGS);
  const answered = oneOf("answered", ["true", "false"]);
  return known({
    q: text("q"),
    source: text("source"),
    label: oneOf("label", LABELS),
    aspect: text("aspect"),
    emotion: oneOf("emotion", EMOTIONS),
    rating: rating && Number(rating),
    answered: answered && answered === "true",
    state: oneOf("state", STATES),
    tag: text("tag"),
    assignee: text("assignee"),
    touchpoint: text("touchpoint"),
    page: text("page"),
    ...days(parameters, today),
  });
}

function days(parameters: URLSearchParams, today: string): { from?: string; to?: string } {
  const until = addDays(today, 1);
  switch (parameters.get("period")) {
    case "7d":
      return { from: addDays(today, -6), to: until };
    case "28d":
      return { from: addDays(today, -27), to: until };
    case "90d":
      return { from: addDays(today, -89), to: until };
    case "12m":
      return { from: addMonths(today, -12), to: until };
    case "custom": {
      const [from, to] = [day(parameters.get("from")), day(parameters.get("to"))];
      return from && to && from <= to ? { from, to: addDays(to, 1) } : {};
    }
    default:
      return {};
  }
}

function day(text: string | null): string | null {
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

function known<T extends object>(filter: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never;
}

/** How many of the filters that are behind "More" are set. */
export function countSet(parameters: URLSearchParams, names: readonly FilterName[]): number {
  return names.filter((name) => parameters.has(name)).length;
}
