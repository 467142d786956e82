import { describe, expect, it } from "vitest";
import { linesOf, wishesOf } from "./wishes";

describe("what a business wants to hear about", () => {
  it("is the same after it was shown and kept again", () => {
    const wishes = [{ category: "sour_dough", words: ["sourdough", "rye bread"] }];
    expect(linesOf(wishes)).toEqual([{ name: "sour dough", words: "sourdough, rye bread" }]);
    expect(wishesOf(linesOf(wishes))).toEqual(wishes);
  });

  it("has each word once, and no line without a name", () => {
    expect(wishesOf([{ name: " Gift-Card ", words: "voucher,, voucher , card" }, { name: " ", words: "x" }])).toEqual([
      { category: "gift_card", words: ["voucher", "card"] },
    ]);
  });
});
