/** Values of the page's own making, kept with the event. */
export type Properties = Record<string, unknown>;

/** An event as `POST /v1/events` takes it. */
export interface TrackedEvent {
  id: string;
  source: string;
  type: string;
  channel: string;
  occurredAt: string;
  visitorId?: string | undefined;
  page: { url: string; title?: string | undefined; referrer?: string | undefined };
  context?: { automated: boolean } | undefined;
  properties?: Properties | undefined;
}
