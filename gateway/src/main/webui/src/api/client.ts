import createClient from "openapi-fetch";
import type { paths as FeedbackPaths } from "./generated/feedback";
import type { paths as GatewayPaths } from "./generated/gateway";
import type { paths as MetricsPaths } from "./generated/metrics";
import type { Fact, FactPage, MetricResult } from "./metric";
import { Problem } from "./problem";

export type { components as FeedbackTypes } from "./generated/feedback";
export type { components as GatewayTypes } from "./generated/gateway";
export type { components as MetricsTypes } from "./generated/metrics";

// The gateway takes the session's cookie only from requests that a foreign page can't make.
export const OWN_REQUEST = { "X-Requested-With": "rapport" };

const options = { headers: OWN_REQUEST, credentials: "same-origin" } as const;
const gateway = createClient<GatewayPaths>(options);
const metrics = createClient<MetricsPaths>(options);
const feedback = createClient<FeedbackPaths>(options);

export interface Range {
  from?: string;
  to?: string;
}
export type Comparison = "previous" | "year";
export type Step = "day" | "week" | "month" | "quarter" | "year";
export type Label = "positive" | "neutral" | "negative";

export async function getEngagement(query: Range, signal: AbortSignal) {
  const answer = await taken(gateway.GET("/v1/engagement", { params: { query }, signal }));
  return { ...answer, vitals: answer.vitals as unknown as MetricResult[] };
}

export function getCatalogue(signal: AbortSignal) {
  return taken(metrics.GET("/v1/metrics", { signal }));
}

export function getBusiness(id: string, signal: AbortSignal) {
  return taken(gateway.GET("/v1/businesses/{id}", { params: { path: { id } }, signal }));
}

export interface MetricQuestion extends Range {
  interval?: Step;
  by?: string;
  compare?: Comparison;
}

export async function getMetric(id: string, query: MetricQuestion, signal: AbortSignal): Promise<MetricResult> {
  return (await taken(metrics.GET("/v1/metrics/{id}", { params: { path: { id }, query }, signal }))) as unknown as MetricResult;
}

/** The same period of each of these metrics, compared; without its series. */
export async function queryMetrics(ids: string[], range: Required<Range>, compare: Comparison, signal: AbortSignal) {
  const queries = ids.map((id) => ({ id, metric: id, ...range, compare }) as QueryOf);
  const answer = await taken(metrics.POST("/v1/metrics/query", { body: { queries }, signal }));
  return (answer as unknown as { results: Record<string, Partial<MetricResult>> }).results;
}

export async function getEvidence(id: string, query: Range & { cursor?: string; limit?: number }, signal: AbortSignal) {
  const answer = await taken(metrics.GET("/v1/metrics/{id}/evidence", { params: { path: { id }, query }, signal }));
  return answer as unknown as FactPage & { items: Fact[] };
}

export interface FeedbackQuestion extends Range {
  label?: Label;
  cursor?: string;
  limit?: number;
}

export function getFeedback(query: FeedbackQuestion, signal: AbortSignal) {
  return taken(feedback.GET("/v1/feedback", { params: { query }, signal }));
}

type QueryOf = NonNullable<
  MetricsPaths["/v1/metrics/query"]["post"]["requestBody"]
>["content"]["application/json"]["queries"][number];

async function taken<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined || data === null) {
    throw Problem.from(response.status, error);
  }
  return data;
}
