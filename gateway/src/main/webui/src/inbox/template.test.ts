import { describe, expect, it } from "vitest";
import { filled } from "./template";

const item = { author: { name: "Ann $& Lee", customerId: null }, product: null, location: " " };

describe("a template", () => {
  it("is filled with what is known, as it is written", () => {
    expect(filled("Dear {author|friend}!", item)).toBe("Dear Ann $& Lee!");
  });

  it("says something else where nothing is known", () => {
    expect(filled("{product|It} in {location|our shop}{location}.", item)).toBe("It in our shop.");
    expect(filled("{unknown|x} stays", item)).toBe("{unknown|x} stays");
  });
});
