import { describe, expect, it } from "vitest";
import type { MetricResult } from "../api/metric";
import { resultsOf, scoreOf } from "./results";

const answer = (id: string, keys: (string | null)[]) =>
  ({ metric: { id }, breakdown: keys.map((key) => ({ key, value: 1, n: 3 })) }) as unknown as MetricResult;

describe("what surveys brought", () => {
  const results = resultsOf([answer("nps", ["sv_a", null, "sv_own"]), answer("ces", ["sv_b"])]);

  it("is found by the survey and its type", () => {
    expect(scoreOf({ id: "sv_a", type: "nps", questions: [] }, results)?.figure.n).toBe(3);
    expect(scoreOf({ id: "sv_a", type: "ces", questions: [] }, results)).toBeNull();
    expect(scoreOf({ id: "sv_b", type: "ces", questions: [] }, results)?.metric.id).toBe("ces");
  });

  it("is the NPS of one's own survey that asks for it", () => {
    const questions = [{ id: "q", type: "nps" as const, text: "?", options: [], scale: null, labels: null, showIf: null }];
    expect(scoreOf({ id: "sv_own", type: "custom", questions }, results)?.metric.id).toBe("nps");
    expect(scoreOf({ id: "sv_own", type: "custom", questions: [] }, results)).toBeNull();
  });
});
