import type { Step } from "../api/metric";
import { numeric } from "../format/quantity";

export interface Point {
  index: number;
  step: Step;
  value: number | null;
}

export function pointsOf(steps: Step[]): Point[] {
  return steps.map((step, index) => ({ index, step, value: numeric(step.value) }));
}

/** Points that have neighbours on neither side, which a line would not show. */
export function lonely(points: Point[]): Point[] {
  return points.filter(
    ({ index, value }) =>
      value !== null && (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null,
  );
}

/** What the axis spans. Counts begin at zero; others keep near their values. */
export function spanOf(points: Point[], unit: string, withIntervals: boolean): [number, number] {
  const values = points.flatMap(({ value, step }) =>
    value === null ? [] : withIntervals && step.interval ? [value, step.interval.low, step.interval.high] : [value],
  );
  if (values.length === 0) return [0, 1];
  const high = Math.max(...values);
  if (unit === "count") return [0, Math.max(high, 1)];
  const low = Math.min(...values);
  const margin = (high - low || Math.abs(high) || 1) * 0.1;
  return [low - margin, high + margin];
}
