import { describe, expect, it } from "vitest";
import { aboutMoney, money } from "./money";

describe("money", () => {
  it("has the sign and the digits of its currency", () => {
    expect(money("1074.1", "EUR")).toBe("€1,074.10");
    expect(money("1074", "JPY")).toBe("¥1,074");
    expect(money("1.5", "KWD")).toMatch(/1\.500$/);
    expect(money("-3.5", "GBP")).toBe("−£3.50");
  });

  it("is about so much where it is only expected", () => {
    expect(aboutMoney("147.9516", "EUR")).toBe("€148");
    expect(aboutMoney("9.4", "EUR")).toBe("€9.40");
    expect(aboutMoney("0.0000", "EUR")).toBe("€0");
  });
});
