import type { Predictions, Tier } from "../api/customers";
import { aboutMoney } from "../format/money";
import { decimal } from "../format/number";

/** By what customers can be sorted, the largest first where there is a minus. */
export const SORTS: Record<string, string> = {
  "-expectedValue": "Most expected in a year",
  "-churnRisk": "Most likely to stop",
  "-revenue": "Spent the most",
  "-orders": "Most orders",
  "-lastOrder": "Ordered last",
  "lastOrder": "Not seen the longest",
  "-firstOrder": "Newest",
  id: "By their number",
};
export const USUAL_SORT = "-expectedValue";

const TIERS: Record<Tier, string> = {
  champion: "Champion",
  loyal: "Loyal",
  at_risk: "At risk",
  new: "New",
  promising: "Promising",
  needs_attention: "Needs attention",
  hibernating: "Hibernating",
  lost: "Lost",
};

export function sortOf(named: string | null): string {
  return named !== null && named in SORTS ? named : USUAL_SORT;
}

export function sayTier(tier: Tier): string {
  return TIERS[tier] ?? tier;
}

/** A chance as people say it: what is nearly sure isn't said to be. */
export function sayChance(chance: number): string {
  if (chance > 0 && chance < 0.01) return "below 1\u00a0%";
  if (chance < 1 && chance > 0.99) return "over 99\u00a0%";
  return `${decimal(chance * 100, 0)}\u00a0%`;
}

export type Days = "90" | "365";

/** What is expected in so many days, with what it will be between; null where nothing is known. */
export function expectedIn(days: Days, of: Predictions, currency: string) {
  const purchases = of.expectedPurchases?.[days];
  const value = of.expectedValue?.[days];
  const visits = of.intervals?.expectedPurchases[days];
  const worth = of.intervals?.expectedValue?.[days];
  return {
    purchases: purchases === undefined ? null : decimal(purchases, 1),
    purchasesBetween: visits ? `${visits.low} to ${visits.high}` : null,
    value: value === undefined ? null : aboutMoney(value, currency),
    valueBetween: worth ? `${aboutMoney(worth.low, currency)} to ${aboutMoney(worth.high, currency)}` : null,
  };
}
