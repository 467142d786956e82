import createClient, { type Middleware } from "openapi-fetch";
import { lookedAt } from "../shell/address";
import type { components, paths } from "./generated/rapport";
import { Problem } from "./problem";

export type Schemas = components["schemas"];

// The gateway takes the session's cookie only from requests that a foreign page can't make.
export const OWN_REQUEST = { "X-Requested-With": "rapport" };

const options = { headers: OWN_REQUEST, credentials: "same-origin" } as const;
export const api = createClient<paths>(options);

const ofBusiness: Middleware = {
  onRequest({ request }) {
    const business = lookedAt();
    if (business) request.headers.set("Business-Id", business);
  },
};
api.use(ofBusiness);

export interface Range {
  from?: string;
  to?: string;
}
export type Comparison = "previous" | "year";
export type Step = "day" | "week" | "month" | "quarter" | "year";
export type Label = "positive" | "neutral" | "negative";

export function getEngagement(query: Range, signal: AbortSignal) {
  return taken(api.GET("/v1/engagement", { params: { query }, signal }));
}

export function getCatalogue(signal: AbortSignal) {
  return taken(api.GET("/v1/metrics", { signal }));
}

export function getBusiness(id: string, signal: AbortSignal) {
  return taken(api.GET("/v1/businesses/{id}", { params: { path: { id } }, signal }));
}

/** What the business wants to hear about, in place of what it did. */
export function setAspects(id: string, aspects: Schemas["OwnAspect"][]) {
  return taken(api.PATCH("/v1/businesses/{id}", { params: { path: { id } }, body: { aspects } as never }));
}

export interface MetricQuestion extends Range {
  interval?: Step;
  by?: string;
  compare?: Comparison;
}

export function getMetric(id: string, query: MetricQuestion, signal: AbortSignal) {
  return taken(api.GET("/v1/metrics/{id}", { params: { path: { id }, query }, signal }));
}

/** The same period of each of these metrics, compared; without its series. */
export async function queryMetrics(ids: string[], range: Required<Range>, compare: Comparison, signal: AbortSignal) {
  const queries = ids.map((id) => ({ id, metric: id, ...range, compare }));
  const answer = await taken(api.POST("/v1/metrics/query", { body: { queries }, signal }));
  return answer.results;
}

/** The same period of each of these metrics, survey by survey. */
export async function queryBySurvey(ids: string[], range: Required<Range>, signal: AbortSignal) {
  const queries = ids.map((id) => ({ id, metric: id, ...range, by: "survey" }));
  const answer = await taken(api.POST("/v1/metrics/query", { body: { queries }, signal }));
  return Object.values(answer.results);
}

export function getEvidence(id: string, query: Range & { cursor?: string; limit?: number }, signal: AbortSignal) {
  return taken(api.GET("/v1/metrics/{id}/evidence", { params: { path: { id }, query }, signal }));
}

export const EMOTIONS = [
  "joy",
  "trust",
  "gratitude",
  "anticipation",
  "relief",
  "surprise",
  "confusion",
  "anger",
  "annoyance",
  "disappointment",
  "sadness",
  "fear",
  "disgust",
] as const;

/** Which texts: how they sound, what they are about, what they feel. */
export interface FeedbackFilter {
  label?: Label;
  aspect?: string;
  emotion?: (typeof EMOTIONS)[number];
}

export interface FeedbackQuestion extends Range, FeedbackFilter {
  cursor?: string;
  limit?: number;
}

export function getFeedback(query: FeedbackQuestion, signal: AbortSignal) {
  return taken(api.GET("/v1/feedback", { params: { query }, signal }));
}

export type Person = Schemas["Person"];
export type Role = "owner" | "reader";

export async function getPeople(businessId: string | null, signal: AbortSignal) {
  const query = businessId ? { businessId } : {};
  return (await taken(api.GET("/v1/people", { params: { query }, signal }))).items;
}

export interface Invitee {
  email: string;
  name: string | null;
  role: Role;
  businessId?: string;
}

export function invite(person: Invitee) {
  return taken(api.POST("/v1/people", { body: person as never }));
}

export function inviteAgain(id: string) {
  return taken(api.POST("/v1/people/{id}/link", { params: { path: { id } } }));
}

export function removePerson(id: string) {
  return done(api.DELETE("/v1/people/{id}", { params: { path: { id } } }));
}

/** For what is answered without content. */
export async function done(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw Problem.from(response.status, error);
}

/** What was answered, or the problem. */
export async function taken<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined || data === null) {
    throw Problem.from(response.status, error);
  }
  return data;
}
