import { describe, expect, it } from "vitest";
import { countSet, filterOf } from "./filter";

const read = (search: string) => filterOf(new URLSearchParams(search), "2026-03-10");

describe("the filter of the inbox", () => {
  it("is what the address says", () => {
    expect(read("q=cold+bread&source=google&label=negative&aspect=price%3Anegative&emotion=anger&rating=2&answered=false")).toEqual({
      q: "cold bread",
      source: "google",
      label: "negative",
      aspect: "price:negative",
      emotion: "anger",
      rating: 2,
      answered: false,
    });
  });

  it("leaves out what makes no sense", () => {
    expect(read("label=angry&rating=9&answered=perhaps&state=lost&q=+&period=custom&from=2026-02-30")).toEqual({});
  });

  it("counts days with the present one, and chosen ones with the last", () => {
    expect(read("period=7d")).toEqual({ from: "2026-03-04", to: "2026-03-11" });
    expect(read("period=custom&from=2026-01-01&to=2026-01-31")).toEqual({ from: "2026-01-01", to: "2026-02-01" });
    expect(read("period=custom&from=2026-02-01&to=2026-01-31")).toEqual({});
  });

  it("knows how much of it is set", () => {
    expect(countSet(new URLSearchParams("tag=x&q=y"), ["tag", "assignee"])).toBe(1);
  });
});
