import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
// @ts-expect-error A script without types.
import { STORED, bundle } from "./build.mjs";
import { type Answers, type Question, body, follows, score, steps } from "./offer";

const question = (name: string, more: Partial<Question> = {}): Question => ({
  name,
  questionId: name.startsWith("q.") ? name.slice(2) : null,
  type: "text",
  text: name,
  options: [],
  scale: null,
  labels: null,
  showIf: null,
  scored: false,
  ...more,
});

describe("the widget", () => {
  it("is stored as its source says (npm run widget stores it anew)", async () => {
    expect(await readFile(STORED, "utf8")).toBe(await bundle());
  });

  it("has at most 10 KB compressed, and nothing that a content security policy refuses", async () => {
    const stored = await readFile(STORED, "utf8");
    expect(gzipSync(stored, { level: 9 }).length).toBeLessThanOrEqual(10240);
    expect(stored).not.toMatch(/\beval\b|new Function|innerHTML|document\.write|setTimeout\(["'`]/);
  });
});

describe("the steps of a survey", () => {
  const first = question("score", { scored: true });
  const bad = question("q.bad", { showIf: { from: null, to: 6 } });
  const good = question("q.good", { showIf: { from: 9, to: null } });

  it("part after the score, and depend on it", () => {
    expect(steps([first, bad, good], 4)).toEqual([[first], [bad]]);
    expect(steps([first, bad, good], 9)).toEqual([[first], [good]]);
    expect(steps([first, bad, good], 7)).toEqual([[first]]);
    expect(steps([first, bad, good], undefined)).toEqual([[first]]);
    expect(follows(question("q.any"), undefined)).toBe(true);
  });

  it("are one without a score", () => {
    const words = question("comment");
    expect(steps([words], undefined)).toEqual([[words]]);
  });

  it("are sent as the answers of one response", () => {
    const answers: Answers = new Map<Question, number | string>([
      [first, 4],
      [bad, "Cold."],
    ]);
    expect(score(answers)).toBe(4);
    expect(body(answers)).toEqual({ score: 4, answers: [{ questionId: "bad", value: "Cold." }] });
  });
});
