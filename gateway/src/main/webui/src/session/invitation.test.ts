import { describe, expect, it } from "vitest";
import { readInvitation } from "./invitation";

describe("an invitation in the address", () => {
  it("is a token of a business or an organisation", () => {
    const secret = "0123456789abcdefghijABCDEFGHIJ01";
    expect(readInvitation(`#invitation=iv_aaaaaaaaaaaaaaaa_${secret}`)).toBe(`iv_aaaaaaaaaaaaaaaa_${secret}`);
    expect(readInvitation(`#invitation=iv_o_aaaaaaaaaaaaaaaa_${secret}`)).toBe(`iv_o_aaaaaaaaaaaaaaaa_${secret}`);
  });

  it("is nothing else", () => {
    for (const hash of ["", "#", "#invitation=", "#invitation=ss_aaaaaaaaaaaaaaaa_x", "#other"]) {
      expect(readInvitation(hash)).toBeNull();
    }
  });
});
