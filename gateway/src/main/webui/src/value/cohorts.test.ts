import { describe, expect, it } from "vitest";
import type { Figure } from "../api/metric";
import { cohortsOf, firstMonth, wordingOf } from "./cohorts";

const cell = (offset: number, value: number | null) => ({ offset, value, n: 10, interval: null, reason: value === null ? "immature" : null });

describe("cohorts", () => {
  it("have a cell for each month, empty where it isn't over", () => {
    const rows = [
      { key: "2026-01", size: 10, cells: [cell(0, 1), cell(1, 0.4), cell(2, null)] },
      { key: "2026-02", size: 8, cells: [cell(0, 1), cell(1, null)] },
    ];
    const figure: Figure = { n: 18, reliability: "low", reason: null, change: null, rows };
    expect(cohortsOf(figure)).toEqual([
      { month: "2026-01", customers: 10, shares: [1, 0.4, null] },
      { month: "2026-02", customers: 8, shares: [1, null, null] },
    ]);
  });

  it("are none where nobody bought", () => {
    expect(cohortsOf({ n: 0, reliability: "low", reason: "no_data", change: null, rows: [] })).toEqual([]);
  });

  it("are of who bought or who subscribed, by what is known", () => {
    const figure: Figure = { n: 18, reliability: "low", reason: null, change: null, rows: [] };
    const told = (basis: Figure["basis"]) => Object.values(wordingOf({ ...figure, basis: basis! })).join(" ");
    expect(told("contractual")).toContain("First subscribed");
    expect(told("contractual")).not.toMatch(/bought|purchase/i);
    expect(told("inactivity")).toContain("First bought");
    expect(told("inactivity")).not.toMatch(/subscri/i);
    expect(wordingOf(figure)).toEqual(wordingOf({ ...figure, basis: null as never }));
  });

  it("begin with a whole month", () => {
    expect(firstMonth("2026-11-23", 11)).toBe("2025-12-01");
    expect(firstMonth("2026-01-05", 2)).toBe("2025-11-01");
  });
});
