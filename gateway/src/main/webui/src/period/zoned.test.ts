import { describe, expect, it } from "vitest";
import { dayIn, instantOf } from "./zoned";

describe("a day somewhere", () => {
  it("is that of its clocks", () => {
    expect(dayIn("Pacific/Auckland", new Date("2026-03-01T12:00:00Z"))).toBe("2026-03-02");
    expect(dayIn("America/Lima", new Date("2026-03-01T03:00:00Z"))).toBe("2026-02-28");
  });

  it("has its times, on both sides of a change of the clocks", () => {
    expect(instantOf("2026-03-28", "18:00", "Europe/Dublin")).toBe("2026-03-28T18:00:00.000Z");
    expect(instantOf("2026-03-29", "18:00", "Europe/Dublin")).toBe("2026-03-29T17:00:00.000Z");
    expect(instantOf("2026-03-01", "18:00", "Asia/Kathmandu")).toBe("2026-03-01T12:15:00.000Z");
  });
});
