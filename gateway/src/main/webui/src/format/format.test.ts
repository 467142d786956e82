import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Figure } from "../api/metric";
import { sayPeriod, sayStep } from "./date";
import { decimal } from "./number";
import { decimalsFor, numeric, say, sayInterval } from "./quantity";
import { sayKey, sayReason, saySample } from "./words";

const interval = (low: number, high: number) => ({ low, high, level: 0.95, method: "wilson" });
const figure = (more: Partial<Figure>): Figure => ({ n: 1, reliability: "ok", reason: null, change: null, ...more });

describe("numbers", () => {
  it("are parted in thousands, with a true minus and none before a zero", () => {
    expect(decimal(12345, 0)).toBe("12,345");
    expect(decimal(-0.19, 2)).toBe("−0.19");
    expect(decimal(-0.001, 2)).toBe("0.00");
  });

  it("bear their unit in plain form", () => {
    expect(say(0.3705, "ratio", 1)).toBe("37.1\u00a0%");
    expect(say(4.3636, "stars", 1)).toBe("4.4\u00a0stars");
    expect(say(47.6, "points", 0)).toBe("48\u00a0points");
    expect(say(619, "count", 0)).toBe("619");
    expect(say(12, "hours_open", 0)).toBe("12\u00a0hours open");
  });

  it("have no decimals that a wide interval would belie", () => {
    expect(decimalsFor("ratio", interval(0.337, 0.405))).toBe(0);
    expect(decimalsFor("ratio", interval(0.37, 0.375))).toBe(1);
    expect(decimalsFor("stars", interval(3.96, 4.76))).toBe(1);
  });

  it("may be missing, which is not zero", () => {
    expect(numeric(null)).toBeNull();
    expect(numeric(undefined)).toBeNull();
    expect(numeric(0)).toBe(0);
  });

  it("have bounds in words", () => {
    expect(sayInterval(figure({ interval: interval(0.357, 0.411) }), "ratio")).toBe("between 36\u00a0% and 41\u00a0%");
    expect(sayInterval(figure({ interval: interval(3.96, 4.76) }), "stars")).toBe("between 4.0 and 4.8\u00a0stars");
    expect(sayInterval(figure({}), "ratio")).toBeNull();
  });
});

describe("dates", () => {
  it("name the last day, not the day after", () => {
    expect(sayPeriod("2026-10-25", "2026-11-22")).toBe("25 Oct to 21 Nov 2026");
    expect(sayPeriod("2025-11-22", "2026-11-22")).toBe("22 Nov 2025 to 21 Nov 2026");
    expect(sayPeriod("2026-11-21", "2026-11-22")).toBe("21 Nov 2026");
  });

  it("name a step as what it is", () => {
    expect(sayStep("2026-11-21", "2026-11-22")).toBe("21 Nov");
    expect(sayStep("2026-11-16", "2026-11-23")).toBe("16 Nov to 22 Nov");
    expect(sayStep("2026-02-01", "2026-03-01")).toBe("Feb 2026");
  });
});

describe("words", () => {
  it("say why there is no number", () => {
    expect(sayReason(figure({ reason: "no_data" }))).toBe("Nothing was reported in this period.");
    expect(sayReason(figure({ reason: "not_yet_known" }))).toBe("There is no number: not yet known.");
    expect(sayReason(figure({}))).toBe("There is no number for this period.");
  });

  it("say it of every reason that is documented", () => {
    const contract = readFileSync(new URL("../../../../../../docs/openapi.json", import.meta.url), "utf8");
    const documented: string = JSON.parse(contract).components.schemas.Figure.properties.reason.description;
    const reasons = [...documented.matchAll(/`([a-z_]+)`/g)].map(([, reason]) => reason!);
    expect(reasons).toContain("no_new_customers");
    const unsaid = reasons.filter((reason) => sayReason(figure({ reason })).startsWith("There is no number"));
    expect(unsaid).toEqual([]);
  });

  it("count what a figure rests on", () => {
    expect(saySample("average_rating", 22)).toBe("22 ratings");
    expect(saySample("average_rating", 1)).toBe("1 rating");
    expect(saySample("something_new", 3)).toBe("3 counted");
  });

  it("make keys readable and leave paths alone", () => {
    expect(sayKey("in_store")).toBe("In store");
    expect(sayKey("survey:sv_abc")).toBe("Survey");
    expect(sayKey("/menu_card")).toBe("/menu_card");
    expect(sayKey(null)).toBe("Not stated");
  });
});
