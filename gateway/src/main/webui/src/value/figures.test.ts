import { describe, expect, it } from "vitest";
import type { MetricResult } from "../api/metric";
import { sayBounds, sayChange, sayValue } from "./figures";

function result(id: string, unit: string, total: object): MetricResult {
  return { metric: { id, unit }, total: { n: 1, reliability: "ok", reason: null, change: null, currency: "EUR", ...total } } as unknown as MetricResult;
}
const interval = (low: number, high: number) => ({ low, high, level: 0.95, method: "bca" });

describe("a figure of value", () => {
  it("is money of the business", () => {
    const value = result("average_order_value", "money", { value: "24.70", interval: interval(22.1, 27.95), currency: "GBP" });
    expect(sayValue(value)).toBe("£24.70");
    expect(sayBounds(value)).toBe("between £22.10 and £27.95");
  });

  it("is about so much where it is expected", () => {
    expect(sayValue(result("cltv_predicted", "money", { value: "147.9516" }))).toBe("€148");
  });

  it("is a share, a number of months or so many times", () => {
    expect(sayValue(result("churn_rate", "ratio", { value: 0.311 }))).toBe("31.1\u00a0%");
    expect(sayValue(result("cac_payback_months", "months", { value: 3.26 }))).toBe("3.3 months");
    expect(sayValue(result("cltv_to_cac", "ratio", { value: 4.06 }))).toBe("4.1 times");
  });

  it("may be missing, which is not zero", () => {
    expect(sayValue(result("cac", "money", { value: null, reason: "no_data" }))).toBeNull();
    expect(sayBounds(result("cac", "money", { value: null }))).toBeNull();
  });

  it("says what it was before", () => {
    const change = { previous: "20.00", absolute: "4.70", relative: 0.235 };
    expect(sayChange(result("average_order_value", "money", { value: "24.70", change }))).toBe("up from €20.00");
    expect(sayChange(result("average_order_value", "money", { value: "20.00", change }))).toBe("as before");
    expect(sayChange(result("average_order_value", "money", { value: "20.00" }))).toBeNull();
  });
});
