import { addDays, addMonths } from "./days";

export type Choice = "7d" | "28d" | "90d" | "12m" | "custom";
export type Against = "previous" | "year" | "none";

/** What the address says about the period; days as in the API: from the first to the day after the last. */
export interface View {
  choice: Choice;
  from: string | null;
  to: string | null;
  against: Against;
}

export const CHOICES: { id: Choice; label: string; long: string }[] = [
  { id: "7d", label: "7 days", long: "the last 7 days" },
  { id: "28d", label: "28 days", long: "the last 28 days" },
  { id: "90d", label: "90 days", long: "the last 90 days" },
  { id: "12m", label: "12 months", long: "the last 12 months" },
  { id: "custom", label: "Custom", long: "these days" },
];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readView(search: URLSearchParams): View {
  const [from, to] = [day(search.get("from")), day(search.get("to"))];
  const given = search.get("period");
  const known = CHOICES.find((choice) => choice.id === given && choice.id !== "custom");
  const custom = from !== null && to !== null && from < to;
  return {
    choice: custom ? "custom" : (known?.id ?? "28d"),
    from: custom ? from : null,
    to: custom ? to : null,
    against: against(search.get("compare")),
  };
}

/** The days to ask for. The API itself knows the last 28, so they are not named. */
export function rangeOf(view: View, today: string): { from?: string; to?: string } {
  switch (view.choice) {
    case "28d":
      return {};
    case "7d":
      return { from: addDays(today, -7), to: today };
    case "90d":
      return { from: addDays(today, -90), to: today };
    case "12m":
      return { from: addMonths(today, -12), to: today };
    case "custom":
      return view.from && view.to ? { from: view.from, to: view.to } : {};
  }
}

function day(text: string | null): string | null {
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

function against(text: string | null): Against {
  return text === "year" || text === "none" ? text : "previous";
}
