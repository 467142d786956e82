import type { Better, Figure, Interval, Unit } from "../api/metric";
import { decimal } from "../format/number";
import { decimalsFor, numeric, say } from "../format/quantity";

export type Direction = "up" | "down" | "same";
export type Verdict = "better" | "worse" | "neither";

/** What became of a figure since the period that it is compared with. */
export interface Shift {
  direction: Direction;
  verdict: Verdict;
  /** How far, in plain form and without its sign: "13 points". */
  amount: string;
  previous: string;
  current: string;
  /** Whether the difference is within what comes about without any cause, so that nothing may have happened. */
  chance: boolean;
  /** How far, as a share of the metric's scale or of what it was: to compare moves of different metrics. */
  weight: number;
}

interface Named {
  unit: Unit;
  better: Better;
}

const SCALES: Record<string, number> = { ratio: 1, stars: 4, points: 200, score: 2 };

/** Null where there is nothing to compare, or nothing to compare with: before the first fact all counts are zero. */
export function shiftOf({ unit, better }: Named, figure: Figure): Shift | null {
  const current = numeric(figure.value);
  const previous = numeric(figure.change?.previous);
  const absolute = numeric(figure.change?.absolute);
  if (!figure.change || current === null || previous === null || absolute === null) return null;
  if (unit === "count" && previous === 0) return null;
  const relative = figure.change.relative;
  const amount = sayAmount(unit, absolute, relative);
  const direction: Direction = isNothing(amount) ? "same" : absolute > 0 ? "up" : "down";
  const decimals = decimalsFor(unit, figure.interval);
  return {
    direction,
    verdict: verdictOf(direction, better),
    amount,
    previous: say(previous, unit, decimals),
    current: say(current, unit, decimals),
    chance: couldBeChance(unit, figure.change.interval, current, previous),
    weight: Math.abs(SCALES[unit] === undefined ? (relative ?? 0) : absolute / SCALES[unit]),
  };
}

/**
 * By the interval of the difference. Counts come without one: of two counts of independent things, 95 of 100 differences are
 * below 1.96 times the root of their sum even where nothing changed.
 */
function couldBeChance(unit: Unit, interval: Interval | null, current: number, previous: number): boolean {
  if (interval) return interval.low <= 0 && interval.high >= 0;
  return unit === "count" && Math.abs(current - previous) < 1.96 * Math.sqrt(current + previous);
}

function sayAmount(unit: Unit, absolute: number, relative: number | null): string {
  const size = Math.abs(absolute);
  switch (unit) {
    case "ratio":
      return `${decimal(size * 100, 1)} percentage points`;
    case "stars":
      return `${decimal(size, 2)} stars`;
    case "points":
      return `${decimal(size, 0)} points`;
    case "score":
      return decimal(size, 2);
    default: {
      if (relative === null) return decimal(size, 0);
      const percent = Math.abs(relative) * 100;
      return `${decimal(percent, percent < 10 ? 1 : 0)}\u00a0%`;
    }
  }
}

function isNothing(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

function verdictOf(direction: Direction, better: Better): Verdict {
  if (direction === "same" || better === "neither") return "neither";
  return (direction === "up") === (better === "higher") ? "better" : "worse";
}
