import type { Figure } from "../api/metric";

export interface Cohort {
  /** The month of the first purchase or subscription, such as 2026-03. */
  month: string;
  customers: number;
  /** By months since; null where the month isn't over. */
  shares: (number | null)[];
}

/** The cohorts of a matrix with as many cells each: what isn't known yet is null, and so is what lies ahead. */
export function cohortsOf(figure: Figure): Cohort[] {
  const rows = figure.rows ?? [];
  const columns = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ offset }) => offset + 1)));
  return rows.map(({ key, size, cells }) => {
    const shares = Array.from({ length: columns }, (_, offset) => cells.find((cell) => cell.offset === offset)?.value ?? null);
    return { month: key, customers: size, shares };
  });
}

/** How it is said who comes again. */
export interface Wording {
  explained: string;
  empty: string;
  label: string;
  first: string;
}

const BOUGHT: Wording = {
  explained: "Of those who bought for the first time in a month, how many bought again so many months later.",
  empty: "Nobody has bought for the first time in this time.",
  label: "Who comes again, by the month of the first purchase",
  first: "First bought",
};

const SUBSCRIBED: Wording = {
  explained: "Of those who subscribed for the first time in a month, how many had a subscription so many months later.",
  empty: "Nobody has subscribed for the first time in this time.",
  label: "Who stays, by the month of the first subscription",
  first: "First subscribed",
};

/** Where nothing is ordered, subscriptions tell who is still there. */
export function wordingOf({ basis }: Figure): Wording {
  return basis === "contractual" ? SUBSCRIBED : BOUGHT;
}

/** From which day on the table begins: with a whole month, so many months before this one. */
export function firstMonth(today: string, months: number): string {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  return first.toISOString().slice(0, 10);
}
