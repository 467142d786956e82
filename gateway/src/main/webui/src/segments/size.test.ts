import { describe, expect, it } from "vitest";
import { saySize } from "./size";

describe("the size of a segment", () => {
  it("is a number and a share of all", () => {
    expect(saySize(370, 1204)).toBe("370 of 1,204 customers, 31\u00a0%");
    expect(saySize(7, 1204)).toBe("7 of 1,204 customers, 0.6\u00a0%");
    expect(saySize(0, 1)).toBe("0 of 1 customer, 0\u00a0%");
  });

  it("is no share of nobody", () => {
    expect(saySize(0, 0)).toBe("No customer is known yet");
  });
});
