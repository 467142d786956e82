import { type Schemas, api, taken } from "./client";

export type Customer = Schemas["Customer"];
export type Listed = Schemas["CustomerListed"];
export type Predictions = Schemas["CustomerPredictions"];
export type Reason = Schemas["ChurnReason"];
export type Moment = Schemas["TimelineItem"];
export type Tier = Schemas["CustomerRfm"]["tier"];

export interface CustomerQuestion {
  sort: string;
  segment?: string;
  cursor?: string;
  limit: number;
}

export function listCustomers(query: CustomerQuestion, signal: AbortSignal) {
  return taken(api.GET("/v1/customers", { params: { query }, signal }));
}

export function getCustomer(id: string, signal: AbortSignal) {
  return taken(api.GET("/v1/customers/{id}", { params: { path: { id } }, signal }));
}

export function listMoments(id: string, query: { cursor?: string; limit: number }, signal: AbortSignal) {
  return taken(api.GET("/v1/customers/{id}/timeline", { params: { path: { id }, query }, signal }));
}
