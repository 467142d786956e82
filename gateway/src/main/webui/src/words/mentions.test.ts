import { describe, expect, it } from "vitest";
import { mentionsOf } from "./mentions";

const aspect = (category: string, label: "positive" | "negative") => ({
  category,
  label,
  term: "it",
  begin: 0,
  end: 2,
  score: 0.5,
});

describe("what a text is about", () => {
  it("is told once for each way that it is spoken of", () => {
    const aspects = [aspect("price", "negative"), aspect("staff", "positive"), aspect("price", "negative"), aspect("price", "positive")];
    expect(mentionsOf({ aspects, emotions: [] }).map(({ name, label }) => `${name} ${label}`)).toEqual([
      "price negative",
      "staff positive",
      "price positive",
    ]);
  });

  it("ends with the two strongest feelings", () => {
    const emotions = ["anger", "annoyance", "fear"].map((emotion) => ({ emotion, probability: 0.5 }));
    expect(mentionsOf({ aspects: [], emotions })).toEqual([
      { name: "anger", label: null },
      { name: "annoyance", label: null },
    ]);
  });

  it("may be nothing", () => {
    expect(mentionsOf(null)).toEqual([]);
  });
});
