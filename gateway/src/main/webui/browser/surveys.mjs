// Answers surveys in Chromium, by the hosted form (with and without scripts, narrow and wide) and by /widget.js on a site of
// another origin, and holds against the API what came of it. Ends with 1 where something is not so.
//   RAPPORT_URL=… RAPPORT_ADMIN_KEY=adm_… [CHROMIUM=…] node browser/surveys.mjs [scenario …]
import { createServer } from "node:http";
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { api, at } from "./api.mjs";
import { SIZES, examine, faults, newContext, opened } from "./examine.mjs";
import { PEOPLE, equal, soon, visitor } from "./visitor.mjs";

const base = (process.env.RAPPORT_URL ?? "http://localhost:8080").replace(/\/$/, "");
const folder = process.env.PICTURES ?? "../../../target/look";
const NPS = {
  name: "After a visit",
  type: "nps",
  languages: ["en", "de"],
  labels: { low: "Not at all", high: "Very likely" },
  theme: { colour: "#8a3b12", logoText: "Crumb <b>bakery</b>" },
  question: "How likely are you to recommend us? <script>document.title = 'hostile'</script>",
  questions: [
    { id: "bad", type: "text", text: "What went wrong?", showIf: { to: 6 } },
    { id: "best", type: "choices", text: "What was best?", options: ["Bread", "Cake \u202egnp.exe"], showIf: { from: 7 } },
  ],
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", `--user-agent=${PEOPLE}`],
});
const { base: web, close } = await site();
const SCENARIOS = { form, keyboard, widget, triggers, objection };
const wanted = process.argv.slice(2);
for (const [name, scenario] of Object.entries(SCENARIOS).filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
  const begun = Date.now();
  await scenario(await business(name)).catch((error) => faults.push(`${name}: ${error.stack}`));
  console.log(`${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}
await browser.close();
close();
console.log(faults.length === 0 ? "No fault was found." : faults.join("\n"));
process.exit(faults.length === 0 ? 0 : 1);

async function business(name) {
  const admin = api(base, process.env.RAPPORT_ADMIN_KEY);
  const made = await admin.post("/v1/businesses", { name, timeZone: "Europe/Dublin", currency: "EUR" });
  const owner = api(base, made.secretKey);
  return {
    ...owner,
    page: (path) => `${web}/${made.publishableKey}/${path}`,
    answers: async () => (await owner.get("/v1/feedback?kind=survey_response")).items,
    value: async (metric) => (await owner.get(`/v1/metrics/${metric}?${period()}`)).total.value,
  };
}

function period() {
  const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  return `from=${day(-1)}&to=${day(2)}`;
}

/** Without any script: on a phone in the dark and on a desk in the light, each page without a fault of axe's. */
async function form(crumb) {
  const { id, formUrl } = await crumb.post("/v1/surveys", NPS);
  const { items } = await crumb.post(`/v1/surveys/${id}/links`, { customers: ["c1"], channel: "email" });
  for (const [size, colorScheme, link] of [
    ["phone", "dark", `${items[0].url}&score=4`],
    ["desktop", "light", formUrl],
  ]) {
    const context = await newContext(browser, base, { viewport: SIZES[size], colorScheme, javaScriptEnabled: false });
    const looking = await newContext(browser, base, { viewport: SIZES[size], colorScheme });
    const page = await context.newPage();
    await page.goto(at(base, link));
    await look(looking, page, `form-${size}-1`);
    if (size === "phone") {
      equal(true, await page.getByLabel("4", { exact: true }).isChecked());
      equal([], await crumb.answers());
    } else {
      await page.getByLabel("9", { exact: true }).check();
    }
    equal(1, await page.getByText("Crumb <b>bakery</b>").count());
    equal("Crumb <b>bakery</b>", await page.title());
    await page.getByRole("button", { name: "Next" }).click();
    await look(looking, page, `form-${size}-2`);
    await (size === "phone" ? page.getByLabel("What went wrong?").fill("Cold <img src=x onerror=alert(1)>") : page.getByLabel(/Cake/).check());
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    await look(looking, page, `form-${size}-3`);
    await context.close();
    await looking.close();
  }
  const answers = await crumb.answers();
  equal([4, 9], answers.map(({ survey }) => survey.score).sort());
  equal([false, false], answers.map(({ survey }) => survey.partial));
  const known = answers.find(({ author }) => author?.customerId === "c1");
  equal(["email", "Cold <img src=x onerror=alert(1)>"], [known.channel, known.text]);
  await soon(0, async () => Math.round(await crumb.value("nps")));
}

/** The same page once more without the form's policy, under which no script could look at it. */
async function look(context, page, name) {
  const sheet = await page.locator("link[rel=stylesheet]").getAttribute("href");
  const content = (await page.content()).replace(/<link rel="stylesheet"[^>]*>/, "");
  const other = await opened(context, name);
  await other.setContent(content);
  await other.addStyleTag({ content: await (await fetch(base + sheet)).text() });
  await examine(other, name, folder);
  await other.close();
}

/** By keys alone, with what a browser says of a missing answer. */
async function keyboard(crumb) {
  const { formUrl } = await crumb.post("/v1/surveys", { name: "n", type: "csat", question: "Were you content?" });
  const context = await newContext(browser, base);
  const page = await opened(context, "keyboard");
  await page.goto(at(base, formUrl));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.type("By hand");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Thank you!" }).waitFor();
  await page.reload();
  equal([[5, "By hand"]], (await crumb.answers()).map(({ survey, text }) => [survey.score, text]));
  await context.close();
}

async function widget(crumb) {
  const { id } = await crumb.post("/v1/surveys", { ...NPS, widget: { pages: ["*/plain"] } });
  const { context, events } = await visitor(browser);
  const page = await context.newPage();
  await page.goto(crumb.page('plain?with=data-customer="c7"'));
  await page.getByRole("dialog", { name: /How likely/ }).waitFor();
  const card = page.getByRole("dialog");
  equal("plain", await page.title());
  equal([], await context.cookies());
  await card.getByRole("button", { name: "Next" }).click();
  await card.getByText("Please choose an answer.").waitFor();
  await card.getByLabel("9", { exact: true }).focus();
  await page.keyboard.press("Space");
  await page.screenshot({ path: `${folder}/widget.png` });
  await card.getByRole("button", { name: "Next" }).click();
  await soon([true], async () => (await crumb.answers()).map(({ survey }) => survey.partial));
  await card.getByLabel("Bread").check();
  await card.getByRole("button", { name: "Send" }).click();
  await page.getByRole("status").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await soon([[9, false, "c7", "web"]], async () =>
    (await crumb.answers()).map(({ survey, author, channel }) => [survey.score, survey.partial, author.customerId, channel]),
  );
  await soon(["survey_shown", "survey_started", "survey_completed"], () => events().map(({ type }) => type));
  equal([id, id, id], events().map(({ properties }) => properties.surveyId));
  await soon([1, 1, 100], async () => [
    await crumb.value("survey_response_rate"),
    await crumb.value("survey_completion_rate"),
    await crumb.value("nps"),
  ]);
  await page.reload();
  await page.waitForTimeout(700);
  equal(0, await page.getByRole("dialog").count());
  const elsewhere = await visitor(browser);
  const again = await elsewhere.context.newPage();
  await again.goto(crumb.page('plain?with=data-customer="c7"'));
  await again.waitForTimeout(700);
  equal(0, await again.getByRole("dialog").count());
  await again.goto(crumb.page("other"));
  await again.waitForTimeout(700);
  equal(0, await again.getByRole("dialog").count());
}

async function triggers(crumb) {
  const ways = {
    delay: [{ delaySeconds: 1 }, async () => {}],
    scroll: [{ scrollPercent: 50 }, (page) => page.mouse.wheel(0, 4000)],
    exit: [
      { onExit: true },
      (page) => page.evaluate(() => document.documentElement.dispatchEvent(new MouseEvent("mouseleave", { clientY: -1 }))),
    ],
    event: [{ event: "ordered" }, (page) => page.evaluate(() => window.rapportSurvey("event", "ordered"))],
  };
  for (const [name, [settings]] of Object.entries(ways)) {
    await crumb.post("/v1/surveys", { name, type: "csat", question: `By ${name}?`, widget: { pages: [`*/${name}`], ...settings } });
  }
  await crumb.post("/v1/surveys", { name: "none", type: "csat", question: "Nobody", widget: { pages: ["*/nobody"], share: 0 } });
  for (const [name, [, act]] of Object.entries(ways)) {
    const { context } = await visitor(browser);
    const page = await context.newPage();
    const offered = page.waitForResponse(/surveys\/offers/);
    await page.goto(crumb.page(name));
    await offered;
    await page.waitForTimeout(300);
    equal([name, 0], [name, await page.getByRole("dialog").count()]);
    await page.mouse.move(50, 50);
    await act(page);
    await page.getByRole("dialog", { name: `By ${name}?` }).waitFor();
    await page.keyboard.press("Escape");
    equal(0, await page.getByRole("dialog").count());
    await context.close();
  }
  const { context } = await visitor(browser);
  const page = await context.newPage();
  await page.goto(crumb.page("nobody"));
  await page.waitForTimeout(700);
  equal(0, await page.getByRole("dialog").count());
}

/** Who objects to being tracked may still be asked; nothing is told of it but the answer that they give. */
async function objection(crumb) {
  await crumb.post("/v1/surveys", { name: "n", type: "csat", question: "Content?", widget: {} });
  const { context, sent } = await visitor(browser, { told: { doNotTrack: "1" } });
  const page = await context.newPage();
  await page.goto(crumb.page('plain?with=data-customer="c7"'));
  const card = page.getByRole("dialog");
  await card.getByLabel("4", { exact: true }).check();
  await card.getByRole("button", { name: "Next" }).click();
  await card.getByRole("button", { name: "Send" }).click();
  await soon([[4, null]], async () => (await crumb.answers()).map(({ survey, author }) => [survey.score, author]));
  equal([], sent);
  // One answer of somebody whose showing nobody may tell of: no rate, rather than more answers than showings.
  await soon(1, async () => crumb.value("csat"));
  equal(null, await crumb.value("survey_response_rate"));
}

/** A site of another origin under a strict policy; the first part of a path is the key. */
async function site() {
  const policy = `default-src 'none'; script-src ${base}; connect-src ${base}`;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://site");
    const [, key, kind] = pathname.split("/");
    response.writeHead(kind ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy });
    response.end(`<!doctype html><html lang="en"><head><title>${kind}</title>
      <script defer src="${base}/widget.js" data-key="${key}" ${searchParams.get("with") ?? ""}></script></head>
      <body><main><h1>${kind}</h1>${"<p>Bread and cake.</p>".repeat(120)}</main></body></html>`);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
