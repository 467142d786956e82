import { describe, expect, it } from "vitest";
import { hrefOf, placeOf, placesFor } from "./places";

const READER = ["business:read", "feedback:read", "metrics:read"];
const OWNER = [...READER, "customers:read", "connections:read", "connections:write", "feedback:write", "surveys:write"];

describe("the pages", () => {
  it("are those that a session may see", () => {
    expect(placesFor(READER).map(({ place }) => place)).toEqual(["board", "inbox", "value", "segments"]);
    expect(placesFor(OWNER).map(({ place }) => place)).toEqual(["board", "inbox", "customers", "value", "segments", "surveys", "connections"]);
  });

  it("are named by the address, and else are the overview", () => {
    expect(placeOf("surveys", OWNER)).toBe("surveys");
    expect(placeOf("surveys", READER)).toBe("board");
    expect(placeOf("customers", READER)).toBe("board");
    expect(placeOf("nowhere", OWNER)).toBe("board");
    expect(placeOf(null, OWNER)).toBe("board");
  });

  it("keep the business and nothing else of the address", () => {
    expect(hrefOf("inbox", "?business=b_1&metric=nps&label=negative")).toBe("/?business=b_1&place=inbox");
    expect(hrefOf("board", "?place=inbox")).toBe("/");
  });
});
