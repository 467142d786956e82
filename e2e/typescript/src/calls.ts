// What a program of a user does with the generated types: an event, a review, a number; each answer is read by its type.
import createClient from "openapi-fetch";
import type { components, paths } from "../generated/rapport.js";

type Event = components["schemas"]["EventInput"];

const day = process.env.DAY ?? "2026-03-01";
const dayAfter = process.env.DAY_AFTER ?? "2026-03-02";
const rapport = createClient<paths>({
  baseUrl: process.env.RAPPORT ?? "http://localhost:8080",
  headers: { Authorization: `Bearer ${process.env.KEY}` },
});

function known<T>(call: { data?: T; error?: unknown }): T {
  if (call.data === undefined) throw new Error(JSON.stringify(call.error));
  return call.data;
}

function pageView(id: string): Event {
  return { id, source: "web", type: "page_view", occurredAt: `${day}T12:00:00Z`, visitorId: "v-1" };
}

const one = known(await rapport.POST("/v1/events", { body: pageView("e-1") }));
const two = known(await rapport.POST("/v1/events", { body: [pageView("e-1"), pageView("e-2")] }));
const review = known(
  await rapport.POST("/v1/feedback", {
    body: { id: "r-1", source: "site", kind: "review", text: "Lovely bread.", occurredAt: `${day}T12:00:00Z` },
  }),
);
const stored = known(
  await rapport.GET("/v1/feedback/{source}/{id}", { params: { path: { source: "site", id: "r-1" } } }),
);
const views = known(
  await rapport.GET("/v1/metrics/{id}", {
    params: { path: { id: "page_views" }, query: { from: day, to: dayAfter } },
  }),
);
const wrong = await rapport.POST("/v1/events", { body: { ...pageView("e-3"), type: "Page View" } });

console.log(
  JSON.stringify({
    accepted: [one.accepted, two.accepted, review.accepted],
    duplicates: two.duplicates,
    text: stored.text,
    metric: views.metric?.id,
    value: views.total?.value,
    wrong: wrong.error?.errors?.map((error) => error.field),
  }),
);
