import type { Step } from "../api/client";

export const STEPS: Step[] = ["day", "week", "month"];

/** Steps that give a curve of some tens of points. */
export function stepFor(days: number): Step {
  return days <= 62 ? "day" : days <= 371 ? "week" : "month";
}
