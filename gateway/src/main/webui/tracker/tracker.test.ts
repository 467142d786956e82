import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { clean } from "./address";
// @ts-expect-error A script without types.
import { STORED, bundle } from "./build.mjs";

describe("the tracker", () => {
  it("is stored as its source says (npm run tracker stores it anew)", async () => {
    expect(await readFile(STORED, "utf8")).toBe(await bundle());
  });

  it("has at most 2 KB compressed, and nothing that a content security policy refuses", async () => {
    const stored = await readFile(STORED, "utf8");
    expect(gzipSync(stored, { level: 9 }).length).toBeLessThanOrEqual(2048);
    expect(stored).not.toMatch(/\beval\b|new Function|innerHTML|document\.write|setTimeout\(["'`]/);
  });
});

describe("an address", () => {
  it("keeps the campaign and no other part of the query", () => {
    expect(clean("https://a.example/menu?utm_source=news&email=ann%40b.example&gclid=x#token")).toBe(
      "https://a.example/menu?utm_source=news&gclid=x",
    );
    expect(clean("https://a.example/?q=1")).toBe("https://a.example/");
  });
});
