import { describe, expect, it } from "vitest";
import type { Figure, MetricResult } from "../api/metric";
import { compared } from "../vitals/compared";
import { movesOf, sayMove } from "./moves";

function vital(id: string, unit: string, value: number, previous: number | null, bounds?: [number, number]): MetricResult {
  const absolute = previous === null ? null : value - previous;
  const total: Figure = {
    value,
    n: 50,
    reliability: "ok",
    reason: null,
    change: {
      from: "2026-09-27",
      to: "2026-10-25",
      previous,
      absolute,
      relative: previous && absolute !== null ? absolute / previous : null,
      interval: bounds ? { low: bounds[0], high: bounds[1], level: 0.95, method: "welch" } : null,
    },
  };
  const metric = { id, name: id, shape: "scalar", unit, better: "higher", version: 1 } as const;
  return { metric, from: "2026-10-25", to: "2026-11-22", total, series: [], breakdown: null, asOf: null, keptFrom: null, evidence: null };
}

describe("what moved most", () => {
  it("puts what is certain before what could be chance, and then the larger", () => {
    const moves = movesOf([
      vital("nps", "points", 60, 20, [-5, 85]),
      vital("visits", "count", 1500, 1000),
      vital("stars", "stars", 4.6, 4.0, [0.3, 0.9]),
    ]);
    expect(moves.map((move) => move.metric.id)).toEqual(["visits", "stars", "nps"]);
  });

  it("leaves out what is no news and what can't be compared", () => {
    expect(movesOf([vital("visits", "count", 101, 100), vital("visitors", "count", 5, null)])).toEqual([]);
  });

  it("names three", () => {
    expect(movesOf(["a", "b", "c", "d"].map((id, more) => vital(id, "count", 120 + more, 100)))).toHaveLength(3);
  });

  it("is said in a sentence", () => {
    const [move] = movesOf([vital("Reviews", "count", 54, 27)]);
    expect(sayMove(move!)).toBe("Reviews rose by 100\u00a0%, from 27 to 54.");
  });
});

describe("the comparison", () => {
  const visits = vital("visits", "count", 110, 100);

  it("is the composed answer's own, another's, or none", () => {
    expect(compared([visits], "previous", undefined)[0]?.total.change?.previous).toBe(100);
    expect(compared([visits], "none", undefined)[0]?.total.change).toBeNull();
    const yearly = { visits: vital("visits", "count", 110, 55) };
    expect(compared([visits], "year", yearly)[0]?.total.change?.previous).toBe(55);
    expect(compared([visits], "year", undefined)[0]?.total.change).toBeNull();
  });
});
