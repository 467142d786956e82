// The states that the page can be in. Answers are replaced only to bring about a state that a healthy product isn't in.
const problem = (status, detail) => ({
  status,
  contentType: "application/problem+json",
  body: JSON.stringify({ type: "about:blank", title: "It failed", status, detail }),
});

const ready = (page) => page.getByRole("heading", { name: "What people do" }).waitFor();
const open = (name) => async (page) => {
  await ready(page);
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("dialog").getByRole("heading", { name: "The facts that were counted" }).waitFor();
  await page.getByRole("dialog").locator("table").last().waitFor();
};

async function change(route, edit) {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, json: edit(await answer.json()) });
}

const nothing = (figure) => ({ ...figure, value: null, n: 0, interval: null, reliability: "low", reason: "no_data", change: null, parts: [] });

export const STATES = [
  { name: "board", path: "/", arrive: ready, whole: true },
  { name: "year", path: "/?period=90d&compare=year", arrive: ready },
  { name: "custom", path: "/?from=2026-10-01&to=2026-11-01&compare=none", arrive: ready },
  { name: "visits", path: "/", arrive: open(/^Bounce rate/), whole: true },
  { name: "rating", path: "/?period=12m", arrive: open(/^Average rating/), whole: true },
  { name: "shares", path: "/?period=90d", arrive: open(/^Sentiment shares/) },
  {
    name: "loading",
    path: "/",
    routes: { "**/v1/engagement*": () => new Promise(() => {}) },
    arrive: (page) => page.getByRole("status").first().waitFor(),
  },
  {
    name: "error",
    path: "/",
    routes: { "**/v1/engagement*": (route) => route.fulfill(problem(400, "The part metrics-service does not answer.")) },
    arrive: (page) => page.getByRole("button", { name: "Try again" }).waitFor(),
  },
  {
    name: "missing",
    path: "/",
    routes: {
      "**/v1/engagement*": (route) =>
        change(route, (body) => ({
          ...body,
          vitals: body.vitals.filter((vital) => !vital.metric.id.startsWith("sentiment")),
          missing: [{ part: "sentiment-service", reason: "It does not answer, so new words are not read yet." }],
        })),
      "**/v1/feedback*": (route) => route.fulfill(problem(404, "Nothing here.")),
    },
    arrive: (page) => page.getByRole("heading", { name: "Some of it is missing just now" }).waitFor(),
  },
  {
    name: "sparse",
    path: "/",
    routes: {
      "**/v1/engagement*": (route) =>
        change(route, (body) => ({
          ...body,
          vitals: body.vitals.map((vital, at) => (at > 3 ? { ...vital, total: nothing(vital.total), series: [] } : vital)),
        })),
    },
    arrive: ready,
  },
  {
    name: "empty",
    path: "/",
    routes: {
      "**/v1/engagement*": (route) =>
        change(route, (body) => ({ ...body, vitals: body.vitals.map((vital) => ({ ...vital, total: nothing(vital.total), series: [] })) })),
    },
    arrive: (page) => page.getByRole("heading", { name: "Nothing was reported in this period" }).waitFor(),
  },
];
