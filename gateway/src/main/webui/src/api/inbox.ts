import { type FeedbackFilter, type Range, type Schemas, api, done, taken } from "./client";

export type Item = Schemas["FeedbackItem"];
export type Handling = Schemas["FeedbackHandling"];
export type HandlingChange = Partial<Schemas["FeedbackHandlingChange"]>;
export type Template = Schemas["ReplyTemplate"];
export type FollowUp = Schemas["FollowUp"];
export type FollowUpRule = Schemas["FollowUpRule"];

/** Which feedback it is. */
export interface Key {
  source: string;
  id: string;
}

export interface InboxFilter extends FeedbackFilter, Range {
  source?: string;
  rating?: number;
  answered?: boolean;
  state?: Handling["state"];
  assignee?: string;
  tag?: string;
  touchpoint?: string;
  page?: string;
  q?: string;
}

export function listInbox(query: InboxFilter & { cursor?: string; limit: number }, signal: AbortSignal) {
  return taken(api.GET("/v1/feedback", { params: { query }, signal }));
}

export function getItem(path: Key, signal: AbortSignal) {
  return taken(api.GET("/v1/feedback/{source}/{id}", { params: { path }, signal }));
}

export function reply(path: Key, body: { text: string; author: string | null; templateId: string | null }) {
  return taken(api.POST("/v1/feedback/{source}/{id}/reply", { params: { path }, body: body as never }));
}

export function markReply(path: Key, state: "to_be_posted" | "posted") {
  return taken(api.PATCH("/v1/feedback/{source}/{id}/reply", { params: { path }, body: { state } }));
}

export function removeReply(path: Key) {
  return done(api.DELETE("/v1/feedback/{source}/{id}/reply", { params: { path } }));
}

export function handle(path: Key, body: HandlingChange) {
  return taken(api.PATCH("/v1/feedback/{source}/{id}/handling", { params: { path }, body: body as never }));
}

export async function listNotes(path: Key, signal: AbortSignal) {
  return (await taken(api.GET("/v1/feedback/{source}/{id}/notes", { params: { path }, signal }))).items;
}

export function addNote(path: Key, text: string, author: string | null) {
  return taken(api.POST("/v1/feedback/{source}/{id}/notes", { params: { path }, body: { text, author } }));
}

export function removeNote(path: Key, note: string) {
  return done(api.DELETE("/v1/feedback/{source}/{id}/notes/{note}", { params: { path: { ...path, note } } }));
}

export async function listTemplates(signal: AbortSignal) {
  return (await taken(api.GET("/v1/reply-templates", { params: { query: { limit: 200 } as never }, signal }))).items;
}

export function keepTemplate(id: string | null, body: { name: string; text: string; language: string | null }) {
  return id === null
    ? taken(api.POST("/v1/reply-templates", { body }))
    : taken(api.PUT("/v1/reply-templates/{id}", { params: { path: { id } }, body }));
}

export function removeTemplate(id: string) {
  return done(api.DELETE("/v1/reply-templates/{id}", { params: { path: { id } } }));
}

export interface FollowUpFilter {
  who?: FollowUp["who"];
  assignee?: string;
  overdue?: boolean;
}

export function listFollowUps(query: FollowUpFilter & { cursor?: string; limit: number }, signal: AbortSignal) {
  return taken(api.GET("/v1/follow-ups", { params: { query }, signal }));
}

export function getFollowUpRule(signal: AbortSignal) {
  return taken(api.GET("/v1/follow-ups/rule", { signal }));
}

export function setFollowUpRule(body: FollowUpRule) {
  return taken(api.PUT("/v1/follow-ups/rule", { body }));
}
