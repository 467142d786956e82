// Visits web sites of another origin that load /tracker.js of a running product, in Chromium, and holds against the metrics what
// was done there. Ends with 1 where something is not so.
//   RAPPORT_URL=… RAPPORT_ADMIN_KEY=adm_… [CHROMIUM=…] node browser/tracker.mjs [scenario …]
import { chromium } from "playwright-core";
import { api } from "./api.mjs";
import { site } from "./site.mjs";
import { PEOPLE, equal, look, soon, visitor } from "./visitor.mjs";

const base = (process.env.RAPPORT_URL ?? "http://localhost:8080").replace(/\/$/, "");
const DAY = 86_400_000;
const day = (offset) => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);
const PERIOD = `from=${day(-1)}&to=${day(2)}`;

const { base: web, close } = await site(base);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // Not by Playwright's own means, which end with a page, while what the page sends at its end is still under way.
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    `--host-resolver-rules=MAP elsewhere.example ${new URL(web).host}`,
    `--user-agent=${PEOPLE}`,
  ],
});
const faults = [];
const SCENARIOS = {
  plainSite,
  singlePageApp,
  timeOnPage,
  offline,
  trouble,
  objections,
  cookies,
  programs,
  ahead,
  early,
};
const wanted = process.argv.slice(2);
await Promise.all(
  Object.entries(SCENARIOS)
    .filter(([name]) => wanted.length === 0 || wanted.includes(name))
    .map(async ([name, scenario]) => {
      const begun = Date.now();
      await scenario(await business(name)).catch((error) => faults.push(`${name}: ${error.stack}`));
      console.log(`${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    }),
);
await browser.close();
close();
console.log(faults.length === 0 ? "No fault was found." : faults.join("\n"));
process.exit(faults.length === 0 ? 0 : 1);

/** A business of the scenario's own, and what its metrics say. */
async function business(name) {
  const admin = api(base, process.env.RAPPORT_ADMIN_KEY);
  const goals = [
    { id: "booked", eventType: "booking" },
    { id: "left", eventType: "click" },
  ];
  const made = await admin.post("/v1/businesses", { name, timeZone: "Europe/Dublin", currency: "EUR", goals });
  const owner = api(base, made.secretKey);
  const ask = (metric, more = "") => owner.get(`/v1/metrics/${metric}?${PERIOD}${more}`);
  const path = (name) => `/${made.publishableKey}/${name}`;
  const by = async (dimension) =>
    Object.fromEntries((await ask("page_views", `&by=${dimension}`)).breakdown.map(({ key, value }) => [key, value]));
  return {
    by,
    page: (name) => web + path(name),
    value: async (metric) => (await ask(metric)).total.value,
    timed: async () => (await ask("time_on_page")).total.n,
    reached: async (goal = "booked") => (await ask("conversion_rate", `&goal=${goal}`)).total.numerator,
    pages: async (...names) => {
      const counts = await by("page");
      return Object.fromEntries(names.map((name) => [name, counts[path(name)]]));
    },
  };
}

async function plainSite(crumb) {
  const { context, sent, events } = await visitor(browser);
  const page = await context.newPage();
  await page.goto(crumb.page("plain?utm_source=news&utm_medium=email&utm_campaign=spring&email=ann%40crumb.example#s3cret"));
  await soon(1, () => crumb.value("page_views"));
  equal("", await page.evaluate(() => document.cookie));
  equal(0, await page.evaluate(() => localStorage.length));
  await page.click("#out", { modifiers: ["Control"] });
  await soon(["page_view", "click"], () => events().map(({ type }) => type));
  equal({ outbound: true, linkUrl: "http://elsewhere.example/there", linkDomain: "elsewhere.example" }, events()[1].properties);
  equal([], sent.filter(({ text, method }) => /s3cret|crumb.example|visitorId/.test(text) || method !== "POST"));
  await page.click("#next");
  await page.waitForURL("**/next");
  await page.click("#send");
  await page.waitForURL(/thanks/);
  await page.goto("about:blank");
  await soon([3, 3, 1, 1, 1, 1], async () => [
    await crumb.value("page_views"),
    await crumb.timed(),
    await crumb.value("visits"),
    await crumb.value("visitors"),
    await crumb.reached(),
    await crumb.reached("left"),
  ]);
  equal({ plain: 1, next: 1, thanks: 1 }, await crumb.pages("plain", "next", "thanks"));
  equal({ email: 3 }, await crumb.by("channel"));
  equal({ spring: 3 }, await crumb.by("campaign"));
  equal([], await context.cookies(web));
}

async function singlePageApp(crumb) {
  const { context, events } = await visitor(browser);
  const page = await context.newPage();
  await page.goto(crumb.page("spa"));
  const titles = () => events().map((event) => event.page.title);
  await soon(["spa"], titles);
  await page.click("#menu");
  await soon(["spa", "Menu"], titles);
  await page.click("#bread");
  await soon(["spa", "Menu", "Bread"], titles);
  await page.goBack();
  await soon({ spa: 1, "spa/menu": 2, "spa/bread": 1 }, () => crumb.pages("spa", "spa/menu", "spa/bread"));
  equal(4, await crumb.value("page_views"));
  equal(1, await crumb.value("visits"));
  const quiet = await visitor(browser);
  const other = await quiet.context.newPage();
  await other.goto(crumb.page('spa?with=data-spa="no"'));
  await other.click("#menu");
  await other.evaluate(() => window.rapport("page"));
  await soon(2, () => quiet.events().length);
}

async function timeOnPage(crumb) {
  const { context, events } = await visitor(browser);
  const page = await context.newPage();
  await page.goto(crumb.page("plain"));
  await page.waitForTimeout(1_500);
  await look(page, "hidden");
  await page.waitForTimeout(1_500);
  await look(page, "visible");
  await page.waitForTimeout(300);
  await page.goto("about:blank");
  await soon(true, async () => {
    const seconds = await crumb.value("time_on_page");
    return seconds >= 1.4 && seconds < 2.9;
  });
  equal(["page_view", "page_leave"], events().map(({ type }) => type));
}

async function offline(crumb) {
  const { context } = await visitor(browser);
  const page = await context.newPage();
  await page.goto(crumb.page("plain"));
  await soon(1, () => crumb.value("page_views"));
  await context.setOffline(true);
  await page.click("#book");
  await soon(1, () => kept(page));
  await look(page, "hidden");
  equal(2, await kept(page));
  equal(0, await crumb.reached());
  await context.setOffline(false);
  await soon(1, () => crumb.reached());
  await soon(0, () => kept(page));
  await context.setOffline(true);
  await look(page, "visible");
  await page.click("#book");
  await soon(1, () => kept(page));
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(crumb.page("next"));
  await soon(2, () => crumb.value("page_views"));
  await soon(0, () => kept(next));
}

/** How many events wait in the browser. */
function kept(page) {
  return page.evaluate(() => Object.values(localStorage).flatMap((text) => JSON.parse(text)).length);
}

async function trouble(crumb) {
  const { context, sent } = await visitor(browser);
  let refusals = 2;
  await context.route(/v1\/events/, (route) =>
    refusals-- > 0
      ? route.fulfill({
          status: 503,
          headers: { "Retry-After": "1", "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After" },
        })
      : route.continue(),
  );
  const page = await context.newPage();
  await page.goto(crumb.page("plain"));
  await page.click("#bad");
  await page.click("#book");
  await soon([1, 1], async () => [await crumb.value("page_views"), await crumb.reached()], 12_000);
  await soon(0, () => kept(page));
  const calls = sent.length;
  await page.waitForTimeout(500);
  equal(calls, sent.length);
}

async function objections(crumb) {
  for (const told of [{ doNotTrack: "1" }, { globalPrivacyControl: true }]) {
    const { context, sent } = await visitor(browser, { told });
    const page = await context.newPage();
    await page.goto(crumb.page('early?with=data-cookie="yes"'));
    await page.click("#book");
    await page.click("#next");
    await page.waitForURL("**/next");
    equal([], sent);
    equal("", await page.evaluate(() => document.cookie));
  }
  const { context } = await visitor(browser, { extraHTTPHeaders: { "Sec-GPC": "1" } });
  const page = await context.newPage();
  const answers = await answersOf(context);
  await page.goto(crumb.page("plain"));
  await soon([{ accepted: 0, duplicates: 0 }], () => answers);
  equal(0, await crumb.value("page_views"));
}

/** What the gateway answers to the tracker, which doesn't read it. */
async function answersOf(context) {
  const answers = [];
  await context.route(/v1\/events/, async (route) => {
    const response = await route.fetch();
    answers.push(await response.json());
    await route.fulfill({ response });
  });
  return answers;
}

async function cookies(crumb) {
  const { context, events } = await visitor(browser);
  const page = await context.newPage();
  await page.goto(crumb.page('plain?with=data-cookie="yes"'));
  await soon(1, () => events().length);
  const [cookie] = await context.cookies(web);
  equal(["rapport_id", "Lax", "/"], [cookie.name, cookie.sameSite, cookie.path]);
  equal(cookie.value, events()[0].visitorId);
  const again = await context.newPage();
  await again.goto(crumb.page('next?with=data-cookie="yes"'));
  await soon(2, () => events().length);
  equal(cookie.value, events()[1].visitorId);
  await again.evaluate(() => window.rapport("cookie", false));
  await soon([], () => context.cookies(web));
  await again.evaluate(() => window.rapport("cookie", true));
  await again.click("#book");
  await soon(1, async () => (await context.cookies(web)).length);
}

async function programs(crumb) {
  const { context, events } = await visitor(browser, { told: { webdriver: true } });
  const page = await context.newPage();
  const answers = await answersOf(context);
  await page.goto(crumb.page("plain"));
  await soon([{ accepted: 1, duplicates: 0 }], () => answers);
  equal({ automated: true }, events()[0].context);
  equal(0, await crumb.value("page_views"));
}

async function ahead(crumb) {
  const { context, sent } = await visitor(browser, { told: { prerendering: true } });
  const page = await context.newPage();
  await page.goto(crumb.page("early"));
  await page.waitForTimeout(600);
  equal([], sent);
  await page.evaluate(() => window.activate());
  await soon([1, 1], async () => [await crumb.value("page_views"), await crumb.reached()]);
}

async function early(crumb) {
  const { context, events } = await visitor(browser);
  const page = await context.newPage();
  await page.goto(crumb.page("early"));
  await soon([1, 1], async () => [await crumb.value("page_views"), await crumb.reached()]);
  await page.waitForTimeout(500);
  equal([["booking", { table: 4 }], ["page_view", null]], events().map(({ type, properties }) => [type, properties ?? null]).sort());
}
