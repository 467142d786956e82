import { describe, expect, it } from "vitest";
import { spansOf } from "./spans";

describe("the sentences of a text", () => {
  it("are its parts, with what stands between them", () => {
    const text = "Good bread. Slow till!";
    const spans = spansOf(text, [
      { begin: 12, end: 22, label: "negative" },
      { begin: 0, end: 11, label: "positive" },
    ]);
    expect(spans).toEqual([
      { words: "Good bread.", label: "positive" },
      { words: " ", label: null },
      { words: "Slow till!", label: "negative" },
    ]);
    expect(spans.map(({ words }) => words).join("")).toBe(text);
  });

  it("are left alone where they don't fit", () => {
    expect(spansOf("Short", [{ begin: 0, end: 9, label: "positive" }])).toEqual([{ words: "Short", label: null }]);
    expect(
      spansOf("abcdef", [
        { begin: 0, end: 4, label: "positive" },
        { begin: 2, end: 6, label: "negative" },
      ]),
    ).toEqual([{ words: "abcdef", label: null }]);
  });
});
