import { describe, expect, it } from "vitest";
import { byStrength, toneOfItem } from "./strength";

const said = (score: number, stars: number | null, text = `The queue took ${score} hours`) => ({
  text,
  reading: { score },
  rating: stars === null ? null : { value: stars, scale: 5, min: 1, max: 5, recommends: null, stars },
  survey: null,
});

describe("the most telling words", () => {
  it("are those of which words and stars say the same", () => {
    const contradicted = said(-0.5, 4);
    const outspoken = said(-0.4, 1);
    expect(byStrength([contradicted, outspoken], "negative")).toEqual([outspoken, contradicted]);
    expect(byStrength([contradicted, outspoken], "positive")[0]).toBe(contradicted);
  });

  it("give a reason, and are told once", () => {
    const bare = said(-0.9, 1, "Disappointing");
    const reasoned = said(-0.2, 2, "Nobody came to the counter");
    const again = said(-0.9, 1, "disappointing ");
    expect(byStrength([bare, reasoned, again], "negative")).toEqual([reasoned, bare]);
  });

  it("have words", () => {
    expect(byStrength([said(-0.5, 1, "")], "negative")).toEqual([]);
  });

  it("take a survey's answer the way round that it was asked", () => {
    const survey = { id: "s", version: 1, type: "ces", score: 7, min: 1, max: 7, answers: [], partial: false };
    expect(toneOfItem({ text: "x", reading: null, rating: null, survey: { ...survey, good: "low" } })).toBe(-1);
    expect(toneOfItem({ text: "x", reading: null, rating: null, survey: { ...survey, good: "high" } })).toBe(1);
  });

  it("may say nothing of themselves", () => {
    expect(toneOfItem({ text: "x", reading: null, rating: null, survey: null })).toBe(0);
  });
});
