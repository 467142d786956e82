import { describe, expect, it } from "vitest";
import type { Change, Figure } from "../api/metric";
import { shiftOf } from "./shift";

const change = (previous: number | null, absolute: number | null, bounds?: [number, number]): Change => ({
  from: "2026-09-27",
  to: "2026-10-25",
  previous,
  absolute,
  relative: previous && absolute !== null ? absolute / previous : null,
  interval: bounds ? { low: bounds[0], high: bounds[1], level: 0.95, method: "welch" } : null,
});
const figure = (value: number | null, moved: Change | null): Figure => ({
  value,
  n: 10,
  reliability: "ok",
  reason: null,
  change: moved,
});

const visitors = { unit: "count", better: "higher" } as const;
const bounces = { unit: "ratio", better: "lower" } as const;

describe("how far a figure went", () => {
  it("is a percentage of what was counted before", () => {
    const shift = shiftOf(visitors, figure(619, change(606, 13)));
    expect(shift).toMatchObject({ direction: "up", verdict: "better", amount: "2.1\u00a0%", previous: "606", chance: true });
  });

  it("is in points of a percentage, and bad where lower is better", () => {
    const shift = shiftOf(bounces, figure(0.42, change(0.36, 0.06, [0.02, 0.1])));
    expect(shift).toMatchObject({ direction: "up", verdict: "worse", amount: "6.0 percentage points", chance: false });
  });

  it("could be chance where the bounds of the difference reach over zero", () => {
    expect(shiftOf(bounces, figure(0.37, change(0.36, 0.01, [-0.04, 0.06])))?.chance).toBe(true);
    expect(shiftOf(bounces, figure(0.3, change(0.36, -0.06, [-0.1, 0])))?.chance).toBe(true);
  });

  it("could be chance where counts differ by no more than counts do", () => {
    expect(shiftOf(visitors, figure(27, change(28, -1)))?.chance).toBe(true);
    expect(shiftOf(visitors, figure(100, change(60, 40)))?.chance).toBe(false);
  });

  it("is nothing where it is too small to be written", () => {
    expect(shiftOf(visitors, figure(606, change(606, 0)))).toMatchObject({ direction: "same", verdict: "neither" });
    expect(shiftOf(bounces, figure(0.3604, change(0.36, 0.0004)))?.direction).toBe("same");
  });

  it("has no verdict where neither way is better", () => {
    expect(shiftOf({ unit: "count", better: "neither" }, figure(5, change(4, 1)))?.verdict).toBe("neither");
  });

  it("can't be said without a value, then or now", () => {
    expect(shiftOf(visitors, figure(619, null))).toBeNull();
    expect(shiftOf(visitors, figure(619, change(null, null)))).toBeNull();
    expect(shiftOf(visitors, figure(null, change(606, null)))).toBeNull();
  });

  it("is nothing to speak of where nothing was counted before", () => {
    expect(shiftOf(visitors, figure(4, change(0, 4)))).toBeNull();
  });
});
