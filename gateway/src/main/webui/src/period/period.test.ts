import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, todayIn } from "./days";
import { rangeOf, readView } from "./period";

const view = (search: string) => readView(new URLSearchParams(search));

describe("the period in the address", () => {
  it("is the API's own 28 days where nothing is said", () => {
    expect(view("")).toEqual({ choice: "28d", from: null, to: null, against: "previous" });
    expect(rangeOf(view(""), "2026-11-22")).toEqual({});
  });

  it("ends today, which is not counted", () => {
    expect(rangeOf(view("period=7d"), "2026-11-22")).toEqual({ from: "2026-11-15", to: "2026-11-22" });
    expect(rangeOf(view("period=12m"), "2026-11-22")).toEqual({ from: "2025-11-22", to: "2026-11-22" });
  });

  it("takes days of one's own, and none that are reversed or no days", () => {
    expect(rangeOf(view("from=2026-01-01&to=2026-02-01"), "2026-11-22")).toEqual({ from: "2026-01-01", to: "2026-02-01" });
    expect(view("from=2026-02-01&to=2026-01-01").choice).toBe("28d");
    expect(view("from=2026-13-01&to=2027-01-01").choice).toBe("28d");
    expect(view("from=<script>&to=2027-01-01").choice).toBe("28d");
  });

  it("knows three comparisons", () => {
    expect(view("compare=year").against).toBe("year");
    expect(view("compare=none").against).toBe("none");
    expect(view("compare=ever").against).toBe("previous");
  });
});

describe("days", () => {
  it("cross months, leap years and the change of the clocks", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-30", -1)).toBe("2026-03-29");
    expect(daysBetween("2026-03-01", "2026-04-01")).toBe(31);
  });

  it("keep to the last day of a shorter month", () => {
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2028-02-29", -12)).toBe("2027-02-28");
  });

  it("are those of the business's place", () => {
    const instant = new Date("2026-11-22T23:30:00Z");
    expect(todayIn("Europe/Dublin", instant)).toBe("2026-11-22");
    expect(todayIn("Asia/Kathmandu", instant)).toBe("2026-11-23");
    expect(todayIn("Pacific/Honolulu", instant)).toBe("2026-11-22");
  });
});
