import { describe, expect, it } from "vitest";
import type { MetricResult } from "../api/metric";
import type { Verdict } from "../vitals/shift";
import type { Move } from "./moves";
import { stepsAfter, verdictOn } from "./verdict";

function move(id: string, verdict: Verdict, chance = false): Move {
  const shift = { direction: "down", verdict, amount: "1", previous: "2", current: "1", chance, weight: 1 } as const;
  return { metric: { id, name: id, shape: "scalar", unit: "count", better: "higher", version: 1 }, shift };
}

function vital(id: string, reliability: "ok" | "low", n: number): MetricResult {
  const total = { value: 4, n, reliability, reason: null, change: null };
  const metric = { id, name: id, shape: "scalar", unit: "stars", better: "higher", version: 1 } as const;
  return { metric, from: "2026-10-25", to: "2026-11-22", total, series: [], breakdown: null, asOf: null, keptFrom: null, evidence: null };
}

describe("the period in a sentence", () => {
  it("says which way it went, by what is certain alone", () => {
    expect(verdictOn([])).toBe("Much as before");
    expect(verdictOn([move("nps", "worse", true)])).toBe("Much as before");
    expect(verdictOn([move("nps", "better"), move("rating", "worse", true)])).toBe("It got better");
    expect(verdictOn([move("nps", "worse")])).toBe("Some of it got worse");
    expect(verdictOn([move("nps", "worse"), move("rating", "better")])).toBe("Some of it got better, some worse");
    expect(verdictOn([move("visits", "neither")])).toBe("Something moved");
  });
});

describe("what now", () => {
  it("begins with what got worse, and is never empty", () => {
    expect(stepsAfter([move("nps", "worse"), move("rating", "better")], []).map((step) => step.metric)).toEqual(["nps", null]);
    expect(stepsAfter([], [])).toHaveLength(1);
  });

  it("asks for more where a figure rests on little", () => {
    expect(stepsAfter([], [vital("average_rating", "low", 7)])[1]?.text).toContain("7 only");
    expect(stepsAfter([], [vital("average_rating", "ok", 700)])).toHaveLength(1);
    expect(stepsAfter([], [vital("average_rating", "low", 0)])).toHaveLength(1);
    expect(stepsAfter([], [vital("visits", "low", 7)])).toHaveLength(1);
  });

  it("is three steps at most", () => {
    const many = ["a", "b", "c", "d"].map((id) => move(id, "worse"));
    expect(stepsAfter(many, [])).toHaveLength(3);
  });
});
