import { describe, expect, it } from "vitest";
import type { Step } from "../api/metric";
import { lonely, pointsOf, spanOf } from "./points";

const steps = (...values: (number | null)[]): Step[] =>
  values.map((value, index) => ({
    from: `2026-11-0${index + 1}`,
    to: `2026-11-0${index + 2}`,
    value,
    n: 1,
    reliability: "ok",
    reason: null,
    change: null,
  }));

describe("the points of a series", () => {
  it("that stand alone are found", () => {
    expect(lonely(pointsOf(steps(1, null, 2, 3, null, 4))).map((point) => point.index)).toEqual([0, 5]);
  });

  it("span from zero where they are counts, and else around their values", () => {
    expect(spanOf(pointsOf(steps(4, 8)), "count", false)).toEqual([0, 8]);
    const [low, high] = spanOf(pointsOf(steps(4, 5)), "stars", false);
    expect(low).toBeGreaterThan(3);
    expect(high).toBeLessThan(6);
  });

  it("may all be missing", () => {
    expect(spanOf(pointsOf(steps(null, null)), "ratio", false)).toEqual([0, 1]);
  });
});
