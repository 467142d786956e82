/**
 * A metric's answer, as far as this page reads it. By hand, because the contract of /v1/metrics names its answers
 * without their members.
 */
export type Unit = string;
export type Better = "higher" | "lower" | "neither";

/** Money comes as a decimal text, everything else as a number. */
export type Value = number | string | null;

export interface Interval {
  low: number;
  high: number;
  level: number;
}

export interface Change {
  from: string;
  to: string;
  previous: Value;
  absolute: Value;
  relative: number | null;
  interval: Interval | null;
}

export interface Part {
  key: string;
  count: number;
  share: number | null;
  interval: Interval | null;
}

/** A scalar has a value, a distribution its parts. */
export interface Figure {
  value?: Value;
  currency?: string;
  parts?: Part[];
  n: number;
  interval?: Interval | null;
  reliability: string;
  reason: string | null;
  change: Change | null;
}

export interface Step extends Figure {
  from: string;
  to: string;
}

export interface Group extends Figure {
  key: string | null;
}

export interface MetricName {
  id: string;
  name: string;
  shape: string;
  unit: Unit;
  better: Better;
}

export interface MetricResult {
  metric: MetricName;
  from: string;
  to: string;
  total: Figure;
  series: Step[] | null;
  breakdown: Group[] | null;
  asOf: string | null;
}

/** A fact behind a figure: which members it has depends on what sort of fact it is. */
export type Fact = { fact: string } & Record<string, unknown>;

export interface FactPage {
  items: Fact[];
  next: string | null;
}
