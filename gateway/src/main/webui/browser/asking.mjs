// Surveys: made in the page, answered at their form, and what came of it.
import { equal, soon } from "./visitor.mjs";

export async function asking(crumb) {
  const { context, page } = await crumb.enter("owner");
  await page.getByRole("link", { name: "Surveys" }).click();
  await page.getByRole("button", { name: "Make a survey" }).click();
  const form = page.getByRole("dialog", { name: "A new survey" });
  await form.getByLabel("Name").fill("The till");
  await form.getByLabel("What it asks first").selectOption({ label: "How easy it was (CES, 1 is hard, 7 easy)" });
  await form.getByLabel("The question", { exact: true }).fill("How easy was it to pay?");
  await form.getByLabel("German").check();
  await form.getByLabel("The question, in German").fill("Wie leicht war das Bezahlen?");
  await form.getByRole("button", { name: "Add a question" }).click();
  await form.getByLabel("What it asks", { exact: true }).fill("What was hard?");
  await form.getByLabel("What it asks, in German").fill("Was war schwer?");
  await form.getByLabel("Asked").selectOption({ label: "after bad scores" });
  await form.getByLabel("Show it on my own pages, too").check();
  await crumb.look(page, "survey-new");
  await form.getByRole("button", { name: "Make the survey" }).click();
  const sheet = page.getByRole("dialog", { name: "The till" });
  await sheet.getByLabel("The link").waitFor();
  const [survey] = (await crumb.get("/v1/surveys")).items;
  equal(["ces", "high", ["en", "de"], { from: null, to: 3 }], [
    survey.type,
    survey.scale.good,
    survey.languages,
    survey.questions[0].showIf,
  ]);
  equal(survey.formUrl, await sheet.getByLabel("The link").inputValue());
  equal(true, (await sheet.getByLabel("The line").inputValue()).includes("/widget.js"));
  await answer(crumb, survey.formUrl, "2", "Was war schwer?", "Die Kasse");
  await soon(1, async () => (await crumb.get(`/v1/metrics/ces?${period()}`)).total.n);
  await page.reload();
  await sheet.getByText("1 answer", { exact: false }).waitFor();
  await crumb.look(page, "survey-open");
  await sheet.getByRole("link", { name: "Read the answers" }).click();
  await page.getByRole("region", { name: "What was said" }).getByText("Die Kasse").waitFor();
  await page.goBack();
  await sheet.getByRole("button", { name: "Close" }).click();
  await page.getByRole("list", { name: "Surveys" }).getByText("How easy was it to pay?").waitFor();
  await crumb.look(page, "surveys");
  await page.getByRole("button", { name: "Open The till" }).click();
  await sheet.getByRole("button", { name: /^Delete the survey/ }).click();
  await sheet.getByRole("button", { name: /^Really delete/ }).click();
  await page.getByRole("heading", { name: "Nobody was asked anything yet" }).waitFor();
  equal([], (await crumb.get("/v1/surveys")).items);
  await context.close();
}

async function answer(crumb, formUrl, score, question, words) {
  const context = await crumb.browser.newContext({ locale: "de-AT" });
  const page = await context.newPage();
  await page.goto(crumb.at(formUrl));
  await page.getByLabel(score, { exact: true }).check();
  await page.getByRole("button").click();
  await page.getByLabel(question).fill(words);
  await page.getByRole("button").click();
  await page.waitForURL(/done/);
  await context.close();
}

function period() {
  const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  return `from=${day(-1)}&to=${day(2)}`;
}
