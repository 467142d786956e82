// Customers, what they are worth, and segments: what the pages show is what the API answers.
import { faults } from "./examine.mjs";
import { equal, soon } from "./visitor.mjs";

const DAY = 86_400_000;
const MODELS = ["bg-nbd", "gamma-gamma", "churn"];

export async function knowing(crumb) {
  await history(crumb);
  const { context, page } = await crumb.enter("owner");
  await customers(crumb, page);
  await value(crumb, page);
  await segments(crumb, page);
  await context.close();
  await readers(crumb);
}

/** Sixty customers who came at rates of their own over two years; every third stopped half a year ago. */
async function history(crumb) {
  const orders = [];
  for (let customer = 1; customer <= 60; customer++) {
    const gap = 12 + (customer % 7) * 9;
    const until = customer % 3 === 0 ? 180 + customer : customer % 5;
    for (let ago = 700 - customer * 6; ago > until; ago -= gap + ((ago * customer) % 11)) {
      orders.push(purchase(`c${customer}`, ago, 5 + (customer % 13) + (ago % 4)));
    }
  }
  await crumb.post("/v1/events", orders);
  await crumb.post("/v1/identify", { customerId: "c1", email: "ann@crumb.example", traits: { plan: "<b>gold</b>" } });
  await crumb.post("/v1/feedback", [
    { id: "r1", source: "google", kind: "review", text: "Good bread", author: { customerId: "c1" }, occurredAt: new Date(Date.now() - DAY).toISOString() },
  ]);
  for (const model of MODELS) await crumb.post(`/v1/models/${model}/fit`, {});
  await soon(MODELS.length, async () => (await crumb.get("/v1/models")).filter(({ version }) => version).length, 60_000);
  await soon(true, async () => (await first(crumb, "-churnRisk")).every(({ predictions }) => predictions?.churnRisk), 60_000);
}

const purchase = (customerId, ago, amount) => ({
  id: `${customerId}-${ago}`,
  source: "shop",
  type: "purchase",
  occurredAt: new Date(Date.now() - ago * DAY).toISOString(),
  customerId,
  value: { amount: amount.toFixed(2), currency: "EUR" },
  properties: { orderId: `${customerId}-${ago}` },
});

async function first(crumb, sort, more = "") {
  return (await crumb.get(`/v1/customers?limit=25&sort=${sort}${more}`)).items;
}

async function customers(crumb, page) {
  await page.getByRole("link", { name: "Customers" }).click();
  const list = page.getByRole("region", { name: "Customers", exact: true });
  const shown = () => list.getByRole("heading").allInnerTexts();
  const ids = async (sort, more) => (await first(crumb, sort, more)).map(({ id }) => id);
  await list.waitFor();
  equal(await ids("-expectedValue"), await shown());
  await crumb.look(page, "customers");
  await page.getByLabel("Sorted by").selectOption({ label: "Most likely to stop" });
  const risky = await ids("-churnRisk");
  await soon(risky, shown);
  const [{ predictions }] = await first(crumb, "-churnRisk");
  equal(predictions.reasons.length, await list.getByRole("listitem").filter({ has: page.getByRole("heading", { name: risky[0], exact: true }) }).locator("bdi").count() - 1);
  await page.getByLabel("Segment").selectOption({ label: "Lost" });
  await soon(await ids("-churnRisk", "&segment=lost"), shown);
  await page.getByLabel("A customer's number").fill("c1");
  await page.getByRole("button", { name: "Find" }).click();
  const sheet = page.getByRole("dialog", { name: "c1" });
  await sheet.getByText("ann@crumb.example").waitFor();
  await sheet.getByText("<b>gold</b>").waitFor();
  const { items } = await crumb.get("/v1/customers/c1/timeline?limit=20");
  await soon(items.length, () => sheet.getByRole("region", { name: "What they did and said" }).getByRole("listitem").count());
  await crumb.look(page, "customer");
  await sheet.getByRole("link", { name: /^Read it/ }).click();
  await page.getByRole("dialog").getByText("Good bread").waitFor();
  await page.goto("/?place=customers&open=nobody");
  await page.getByRole("dialog").getByText("No customer goes by that").waitFor();
  faults.splice(0, faults.length, ...faults.filter((fault) => !/knowing: .*404/.test(fault)));
}

async function value(crumb, page) {
  const asked = page.waitForRequest(/metrics\/query/);
  await page.goto("/?place=value");
  await page.getByText("Predicted customer value").waitFor();
  const { from, to } = (await asked).postDataJSON().queries[0];
  const { total } = await crumb.get(`/v1/metrics/revenue?from=${from}&to=${to}`);
  const revenue = page.locator("dl > div").filter({ has: page.getByText("Revenue", { exact: true }) });
  const written = Number(total.value).toLocaleString("en-IE", { minimumFractionDigits: 2 });
  equal(`€${written}`, await revenue.locator("dd > span").first().innerText());
  const table = page.getByRole("table");
  await table.waitFor();
  equal("", await table.getByRole("row").last().getByRole("cell").last().innerText());
  await crumb.look(page, "value");
}

async function segments(crumb, page) {
  await page.getByRole("link", { name: "Segments" }).click();
  const list = page.getByRole("list", { name: "Segments" });
  const { items } = await crumb.get("/v1/segments");
  await soon(items.map(({ name }) => name), () => list.getByRole("heading").allInnerTexts());
  const { size, customers } = await crumb.get("/v1/segments/lost");
  await list.getByText(`${size} of ${customers} customers`).first().waitFor();
  await crumb.look(page, "segments");
  await list.getByRole("button", { name: /^See them.*: Lost$/ }).click();
  await page.getByRole("region", { name: "Customers", exact: true }).waitFor();
  equal("lost", await page.getByLabel("Segment").inputValue());
}

/** Who may only look sees figures and segments, and no customer. */
async function readers(crumb) {
  const { context, page } = await crumb.enter("reader");
  equal(["Overview", "Inbox", "Value", "Segments"], await page.getByRole("navigation", { name: "Pages" }).getByRole("link").allInnerTexts());
  await page.getByRole("link", { name: "Segments" }).click();
  await page.getByRole("list", { name: "Segments" }).getByText("customers,").first().waitFor();
  equal(0, await page.getByRole("button", { name: /^See them/ }).count());
  await context.close();
}
