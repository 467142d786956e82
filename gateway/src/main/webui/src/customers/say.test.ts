import { describe, expect, it } from "vitest";
import type { Predictions } from "../api/customers";
import { expectedIn, sayChance, sortOf } from "./say";

const PREDICTIONS: Predictions = {
  pAlive: 0.727,
  expectedPurchases: { "90": 0.442, "365": 1.534 },
  expectedValue: { "90": "10.8991", "365": "37.8263" },
  expectedOrderValue: "24.6586",
  intervals: {
    level: 0.95,
    expectedPurchases: { "90": { low: 0, high: 3 }, "365": { low: 0, high: 6 } },
    expectedValue: { "90": { low: "0.0000", high: "73.9758" }, "365": { low: "0.0000", high: "147.9516" } },
  },
  churnRisk: 0.38,
  reasons: [],
  asOf: "2025-10-01",
  modelVersion: "bg-nbd 12",
};

describe("what is said of a customer", () => {
  it("is never surer than it can be", () => {
    expect(sayChance(0.727)).toBe("73\u00a0%");
    expect(sayChance(0.004)).toBe("below 1\u00a0%");
    expect(sayChance(0.996)).toBe("over 99\u00a0%");
    expect(sayChance(1)).toBe("100\u00a0%");
    expect(sayChance(0)).toBe("0\u00a0%");
  });

  it("has what is expected and between what it will be", () => {
    expect(expectedIn("365", PREDICTIONS, "EUR")).toEqual({
      purchases: "1.5",
      purchasesBetween: "0 to 6",
      value: "€38",
      valueBetween: "€0 to €148",
    });
  });

  it("is nothing where nothing is known", () => {
    const unknown = { ...PREDICTIONS, expectedPurchases: null, expectedValue: null, intervals: null };
    expect(expectedIn("90", unknown, "EUR")).toEqual({ purchases: null, purchasesBetween: null, value: null, valueBetween: null });
  });

  it("is sorted by what the page offers", () => {
    expect(sortOf("-churnRisk")).toBe("-churnRisk");
    expect(sortOf("shoeSize")).toBe("-expectedValue");
    expect(sortOf(null)).toBe("-expectedValue");
  });
});
