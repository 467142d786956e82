import { describe, expect, it } from "vitest";
import { FURTHER, NEW, USUAL, asking, bodyOf } from "./draft";

describe("a new survey", () => {
  it("comes with its usual question, until somebody writes another", () => {
    expect(asking(NEW, "csat").question).toBe(USUAL.csat);
    expect(asking({ ...NEW, question: "Would you come again?" }, "csat").question).toBe("Would you come again?");
  });

  it("says which way it asks for effort, and asks on after hard and easy ones the right way round", () => {
    const further = [{ ...FURTHER, text: "What was hard?", after: "low" as const }];
    const hard = bodyOf({ ...NEW, name: " Till ", asked: "ces_hard", question: "Effort?", further });
    expect(hard).toMatchObject({ name: "Till", type: "ces", question: "Effort?" });
    expect(hard.scale).toBeUndefined();
    expect(hard.questions?.[0]?.showIf).toEqual({ from: 5, to: null });
    const easy = bodyOf({ ...NEW, asked: "ces_easy", further });
    expect(easy.scale).toEqual({ min: 1, max: 7, good: "high" });
    expect(easy.questions?.[0]?.showIf).toEqual({ from: null, to: 3 });
  });

  it("takes options line by line, each once, and only where there is a choice", () => {
    const options = " Bread \n\nCake\nBread";
    const of = (type: "choice" | "text") => bodyOf({ ...NEW, further: [{ ...FURTHER, type, text: "?", options }] }).questions?.[0]?.options;
    expect(of("choice")).toEqual(["Bread", "Cake"]);
    expect(of("text")).toEqual([]);
  });

  it("has the other languages' texts by language and question", () => {
    const body = bodyOf({
      ...NEW,
      languages: ["en", "de"],
      translations: { de: "Empfehlen Sie uns?" },
      further: [FURTHER, { ...FURTHER, text: "Why?", translations: { de: "Warum?", fr: "Pourquoi ?" } }],
    });
    expect(body.languages).toEqual(["en", "de"]);
    expect(body.translations).toEqual({
      de: { question: "Empfehlen Sie uns?", labels: null, thanks: null, questions: { q2: { text: "Warum?", options: null, labels: null } } },
    });
  });

  it("asks nothing first where all questions are one's own", () => {
    const body = bodyOf(asking({ ...NEW, further: [{ ...FURTHER, text: "Why?", after: "low" }] }, "custom"));
    expect(body.question).toBeUndefined();
    expect(body.questions?.[0]?.showIf).toBeNull();
  });
});
