import type { components } from "./generated/rapport";

type Schemas = components["schemas"];

export type MetricResult = Schemas["MetricResult"];
export type MetricName = Schemas["MetricName"];
export type Change = Schemas["Change"];
export type Interval = Schemas["Interval"];
export type Part = Schemas["Part"];
export type Fact = Schemas["EvidenceFact"];

/** The figure of a whole period, a step or a group: what it rests on, and what has changed. */
export type Figure = Schemas["Total"];
export type Step = Schemas["SeriesElement"];
export type Group = Schemas["BreakdownElement"];

export type Better = MetricName["better"];
export type Unit = string;
export type Value = Figure["value"];
