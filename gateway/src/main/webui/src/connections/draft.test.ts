import { describe, expect, it } from "vitest";
import { draftOf } from "./draft";
import { mayBeReplayed, sayOutcome, sayStatus } from "./health";
import { SOURCES, sourceOf } from "./types";

describe("a new connection", () => {
  it("is told what its source needs, and nothing that another was", () => {
    const told = { businessUnitId: " 46d6a890 ", apiKey: "key", verifyToken: "of another source" };
    expect(draftOf(sourceOf("trustpilot")!, " Trustpilot ", "no secret here", told)).toEqual({
      type: "trustpilot",
      name: "Trustpilot",
      credentials: { apiKey: "key" },
      settings: { businessUnitId: "46d6a890" },
    });
  });

  it("takes a secret only where the source makes it", () => {
    expect(draftOf(sourceOf("stripe")!, "Stripe", " whsec_1 ", {})).toEqual({ type: "stripe", name: "Stripe", secret: "whsec_1" });
    expect(draftOf(sourceOf("stripe")!, "Stripe", " ", {})).toEqual({ type: "stripe", name: "Stripe" });
    expect(draftOf(sourceOf("typeform")!, "Form", "x", {})).toEqual({ type: "typeform", name: "Form" });
  });

  it("has a name and a word on what it brings for each source, once", () => {
    expect(new Set(SOURCES.map(({ type }) => type)).size).toBe(SOURCES.length);
    expect(SOURCES.every(({ name, brings }) => name && brings)).toBe(true);
  });
});

describe("a connection's health", () => {
  it("is said in words, and only what failed is tried again", () => {
    expect(sayStatus("secret_missing")).toBe("Waits for its secret");
    expect(sayOutcome("processed")).toBe("Taken in");
    expect(mayBeReplayed({ outcome: "failed" })).toBe(true);
    expect(mayBeReplayed({ outcome: "processed" })).toBe(false);
  });
});
