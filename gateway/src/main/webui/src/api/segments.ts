import { type Schemas, api, taken } from "./client";

export type Segment = Schemas["Segment"];

/** Those that every business has, then its own. */
export async function listSegments(signal: AbortSignal) {
  return (await taken(api.GET("/v1/segments", { signal }))).items;
}

/** With how many customers it has today. */
export function getSegment(id: string, signal: AbortSignal) {
  return taken(api.GET("/v1/segments/{id}", { params: { path: { id } }, signal }));
}
