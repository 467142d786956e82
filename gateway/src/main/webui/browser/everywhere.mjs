// Hostile texts on every page that shows what somebody wrote: the overview, the inbox, the surveys, the hosted form, the widget.
import { faults, newContext, opened } from "./examine.mjs";
import { EMOJI, LONG, OVERRIDE, SCRIPT, harmless, runsOn, trap } from "./hostile.mjs";
import { equal, soon, visitor } from "./visitor.mjs";

const NOW = () => new Date(Date.now() - 86_400_000).toISOString();
const TITLE = `Title ${SCRIPT.slice(0, 150)}`;
/** A template has no blanks but its own. */
const BRACELESS = SCRIPT.replace(/[{}]/g, "");
const SURVEY = {
  name: TITLE,
  type: "nps",
  question: `Would you? ${SCRIPT}`,
  labels: { low: `${OVERRIDE}<b>low</b>`, high: "<img src=x onerror=struck('label')>" },
  thanks: `Thanks ${SCRIPT}`,
  theme: { colour: "#8a3b12", logoText: `<svg onload=struck('logo')>${OVERRIDE}` },
  questions: [{ id: "q", type: "choice", text: `Which? ${SCRIPT}`, options: ["<script>struck('option')</script>", `a${OVERRIDE}`], showIf: { to: 6 } }],
  widget: { pages: ["*"] },
};

export async function hostileEverywhere(crumb) {
  await crumb.post("/v1/feedback", [
    said("script", { text: SCRIPT, author: { name: `${OVERRIDE}<script>struck('name')</script>` }, touchpoint: "<img src=x onerror=struck(1)>" }),
    said("override", { text: `Never again ${OVERRIDE}`, author: { name: OVERRIDE }, product: OVERRIDE, location: "</dd><script>struck(2)</script>" }),
    said("emoji", { text: `I hate it ${EMOJI}` }),
    said("long", { text: LONG }),
  ]);
  const link = await crumb.post("/v1/feedback", [said("link", { text: "See there", url: "javascript:struck('url')" })]).catch((error) => error.message);
  if (!String(link).includes("'url' must begin with http")) faults.push("hostileEverywhere: an address that is a script is taken");
  await crumb.post("/v1/feedback/site/script/reply", { text: SCRIPT, author: SCRIPT.slice(0, 180) });
  await crumb.post("/v1/feedback/site/script/notes", { text: SCRIPT, author: OVERRIDE });
  await crumb.post("/v1/reply-templates", { name: TITLE.slice(0, 100), text: BRACELESS });
  const survey = await crumb.post("/v1/surveys", SURVEY);
  await soon(4, async () => (await crumb.get("/v1/feedback")).items.filter(({ reading }) => reading).length, 60_000);
  const { context, page } = await crumb.enter("owner", {}, trap);
  await overview(page);
  await inbox(crumb, page);
  await page.goto("/?place=surveys");
  await page.getByRole("list", { name: "Surveys" }).waitFor();
  await harmless(page, "surveys", [TITLE, SURVEY.question]);
  await page.getByRole("button", { name: /^Open/ }).click();
  await page.getByRole("dialog").getByText("What it asks").waitFor();
  await harmless(page, "survey", [SURVEY.question, SURVEY.questions[0].text, ...SURVEY.questions[0].options]);
  await customers(crumb, page);
  await context.close();
  await hostedForm(crumb, survey);
  await widget(crumb);
}

const said = (id, more) => ({ id, source: "site", kind: "review", rating: { value: 1, scale: 5 }, occurredAt: NOW(), ...more });

async function overview(page) {
  await page.goto("/");
  await page.getByRole("region", { name: "The words behind it" }).locator("blockquote").first().waitFor();
  await harmless(page, "overview", []);
}

async function inbox(crumb, page) {
  await page.goto("/?place=inbox");
  const row = (text) => page.getByRole("region", { name: "What was said" }).getByRole("listitem").filter({ hasText: text }).first();
  await row("Never again").waitFor();
  await harmless(page, "inbox", [SCRIPT, `Never again ${OVERRIDE}`, `I hate it ${EMOJI}`]);
  await runsOn(row("Never again").locator("time").first(), "inbox");
  await runsOn(row("Never again").getByRole("button").last(), "inbox");
  equal(0, await page.locator("a[href^=javascript]").count());
  await crumb.look(page, "hostile-inbox");
  await row("Such good bread").getByRole("button", { name: /^Show all of it/ }).click();
  await harmless(page, "inbox, long", [LONG]);
  for (const [id, texts] of [["script", [SCRIPT, SCRIPT.slice(0, 180)]], ["override", [`Never again ${OVERRIDE}`, OVERRIDE]], ["long", [LONG.slice(0, 900)]]]) {
    await page.goto(`/?place=inbox&in=site&open=${id}`);
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("heading", { name: "Notes" }).waitFor();
    await sheet.locator("blockquote").first().waitFor();
    await page.waitForLoadState("networkidle");
    await harmless(page, `inbox, ${id}`, texts);
    await runsOn(sheet.locator("dl time").first(), `inbox, ${id}`);
  }
  await page.goto("/?place=inbox&panel=templates");
  await page.getByRole("dialog").getByRole("listitem").first().waitFor();
  await harmless(page, "templates", [BRACELESS, TITLE.slice(0, 100)]);
}

/** Their numbers and traits come from outside; a segment's name has no signs, and its words hold a trait. */
async function customers(crumb, page) {
  const id = `<img src=x onerror=struck('id')>${OVERRIDE}`.trim();
  const trait = SCRIPT.slice(0, 200);
  await crumb.post("/v1/identify", { customerId: id, email: "evil@crumb.example", traits: { plan: trait, "<b>t</b>": "1" } });
  await crumb.post("/v1/segments", { name: "Odd plans", rule: { trait: "plan", is: trait } });
  await page.goto("/?place=customers");
  await page.getByRole("region", { name: "Customers", exact: true }).getByRole("listitem").first().waitFor();
  await harmless(page, "customers", [id]);
  await page.getByRole("button", { name: /^Open/ }).first().click();
  await page.getByRole("dialog").getByText("evil@crumb.example").waitFor();
  await harmless(page, "customer", [id, trait]);
  await page.goto("/?place=segments");
  await page.getByRole("list", { name: "Segments" }).getByText("1 of 1 customer").waitFor();
  await harmless(page, "segments", [trait]);
}

async function hostedForm(crumb, { formUrl }) {
  const context = await trap(await newContext(crumb.browser, crumb.base), "form");
  const page = await opened(context, "form");
  await page.goto(crumb.at(formUrl));
  await harmless(page, "form", [SURVEY.question, SURVEY.labels.low, SURVEY.labels.high, SURVEY.theme.logoText]);
  await runsOn(page.getByRole("button"), "form");
  await runsOn(page.getByText("10", { exact: true }), "form");
  equal(SURVEY.theme.logoText.replace(/\s+/g, " ").trim(), (await page.title()).replace(/\s+/g, " ").trim());
  await page.getByLabel("3", { exact: true }).check();
  await page.getByRole("button").click();
  await page.getByText("Which?").waitFor();
  await harmless(page, "form, second page", [SURVEY.questions[0].text, ...SURVEY.questions[0].options]);
  await page.getByRole("button").click();
  await page.waitForURL(/done/);
  await harmless(page, "form, thanks", [SURVEY.thanks]);
  await context.close();
}

async function widget(crumb) {
  const site = await crumb.site();
  const { context } = await visitor(crumb.browser);
  await trap(context, "widget");
  const page = await context.newPage();
  await page.goto(site.url);
  const card = page.getByRole("dialog");
  await card.waitFor();
  await harmless(page, "widget", [SURVEY.question, SURVEY.labels.low, SURVEY.labels.high]);
  await card.getByLabel("3", { exact: true }).check();
  await card.getByRole("button", { name: "Next" }).click();
  await card.getByText("Which?").waitFor();
  await harmless(page, "widget, second step", [SURVEY.questions[0].text, ...SURVEY.questions[0].options]);
  await card.getByRole("button", { name: "Send" }).click();
  await page.getByRole("status").waitFor();
  await harmless(page, "widget, thanks", [SURVEY.thanks]);
  await context.close();
  site.close();
}
