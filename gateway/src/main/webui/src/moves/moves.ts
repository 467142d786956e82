import type { MetricName, MetricResult } from "../api/metric";
import { type Shift, shiftOf } from "../vitals/shift";

export interface Move {
  metric: MetricName;
  shift: Shift;
}

const MOST = 3;
/** What is below this share of its scale, or of what it was, is no news. */
const NEWS = 0.02;

/** What moved most: first what can't be chance, then by how far. */
export function movesOf(vitals: MetricResult[]): Move[] {
  return vitals
    .map((vital) => ({ metric: vital.metric, shift: shiftOf(vital.metric, vital.total) }))
    .filter((move): move is Move => move.shift !== null && move.shift.direction !== "same" && move.shift.weight >= NEWS)
    .sort((a, b) => Number(a.shift.chance) - Number(b.shift.chance) || b.shift.weight - a.shift.weight)
    .slice(0, MOST);
}

export function sayMove({ metric, shift }: Move): string {
  const way = shift.direction === "up" ? "rose" : "fell";
  return `${metric.name} ${way} by ${shift.amount}, from ${shift.previous} to ${shift.current}.`;
}
