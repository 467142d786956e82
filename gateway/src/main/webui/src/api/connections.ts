import { type Schemas, api, done, taken } from "./client";

export type Connection = Schemas["ConnectionItem"];
export type Delivery = Schemas["DeliveryItem"];
export type ConnectionType = Schemas["ConnectionInput"]["type"];

/** What a new connection is told; what it doesn't need is left out. */
export interface ConnectionDraft {
  type: ConnectionType;
  name: string;
  secret?: string;
  credentials?: Record<string, string>;
  settings?: Record<string, string | number | boolean>;
}

export async function listConnections(signal: AbortSignal) {
  return (await taken(api.GET("/v1/connections", { params: { query: { limit: 200 } as never }, signal }))).items;
}

export function createConnection(body: ConnectionDraft) {
  return taken(api.POST("/v1/connections", { body: body as never }));
}

export function removeConnection(id: string) {
  return done(api.DELETE("/v1/connections/{id}", { params: { path: { id } } }));
}

export function testConnection(id: string) {
  return taken(api.POST("/v1/connections/{id}/test", { params: { path: { id } } }));
}

export function rotate(id: string, body: { secret?: string; overlapHours?: number }) {
  return taken(api.POST("/v1/connections/{id}/rotate", { params: { path: { id } }, body: body as never }));
}

export function listDeliveries(id: string, cursor: string | undefined, signal: AbortSignal) {
  const query = { limit: 20, ...(cursor === undefined ? {} : { cursor }) };
  return taken(api.GET("/v1/connections/{id}/deliveries", { params: { path: { id }, query: query as never }, signal }));
}

export function replay(id: string, deliveryId: string) {
  return done(api.POST("/v1/connections/{id}/deliveries/{deliveryId}/replay", { params: { path: { id, deliveryId } } }));
}
