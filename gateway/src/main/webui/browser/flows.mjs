// What an owner does with the page, held against what the API answers a program.
import { api, link } from "./api.mjs";
import { faults, newContext, opened } from "./examine.mjs";

const ready = (page) => page.getByRole("heading", { name: "What people do" }).waitFor();
const named = (metric) => new RegExp(`^${metric}\\s*:`);
const FACTORS = { ratio: 100 };

/** A link opens the page once, and doesn't stay in the address. */
export async function linkOpensOnce(browser, base, key) {
  const url = await link(base, key);
  const [first, second] = [await newContext(browser, base), await newContext(browser, base)];
  const page = await opened(first, "link", /401/);
  await page.goto(url);
  await ready(page);
  if (page.url().includes("token")) faults.push("link: the token stays in the address");
  const late = await opened(second, "used link", /401/);
  await late.goto(url);
  await late.getByText("This link has been used").waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "How is your business doing?" }).waitFor();
  await page.goBack().catch(() => {});
  await Promise.all([first.close(), second.close()]);
}

/** Every number is the API's, in every period and comparison that is chosen. */
export async function numbersAreTheApis(context, key) {
  const page = await opened(context, "numbers");
  await page.goto("/");
  await ready(page);
  await compareNumbers(page, context.base, key, "");
  const [answer] = await Promise.all([
    page.waitForResponse(/engagement\?from=/),
    page.getByRole("radio", { name: "90 days" }).check(),
  ]);
  await page.locator("[aria-busy=false]").getByRole("heading", { name: "What people do" }).waitFor();
  await compareNumbers(page, context.base, key, new URL(answer.url()).search);
  await page.getByLabel("Compared with").selectOption({ label: "a year before" });
  await page.getByText("the same days a year before").waitFor();
  if (!page.url().includes("compare=year")) faults.push("period: the comparison is not in the address");
  await page.getByLabel("Compared with").selectOption({ label: "nothing" });
  await page.getByRole("heading", { name: "At a glance" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "At a glance" }).waitFor();
  await page.close();
}

async function compareNumbers(page, base, key, query) {
  const { vitals } = await api(base, key).get(`/v1/engagement${query}`);
  for (const { metric, total } of vitals.filter((vital) => vital.metric.shape === "scalar")) {
    const card = page.getByRole("article").filter({ has: page.getByRole("button", { name: named(metric.name) }) });
    const shown = await card.locator("p").first().innerText();
    const text = /-?[\d,]+(\.\d+)?/.exec(shown.replace("−", "-"))?.[0] ?? "nothing";
    const decimals = text.split(".")[1]?.length ?? 0;
    const expected = Number(total.value) * (FACTORS[metric.unit] ?? 1);
    const distance = Math.abs(Number(text.replaceAll(",", "")) - expected);
    if (!(distance <= 0.5 * 10 ** -decimals + 1e-9)) {
      faults.push(`numbers${query}: ${metric.name} shows ${shown}, and the API says ${total.value}`);
    }
  }
}

/** A number opens the very texts that the API lists for it. */
export async function textsAreBehindANumber(context, key) {
  const page = await opened(context, "texts");
  await page.goto("/");
  await ready(page);
  await page.getByRole("button", { name: named("Sentiment") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("blockquote").first().waitFor();
  const { from, to } = await api(context.base, key).get("/v1/engagement");
  const { items } = await api(context.base, key).get(`/v1/feedback?from=${from}&to=${to}&limit=5`);
  const shown = (await dialog.locator("blockquote").allInnerTexts()).map(plain);
  for (const { text } of items.filter((item) => item.text)) {
    if (!shown.includes(plain(text))) faults.push(`texts: "${text}" is not shown`);
  }
  await page.goBack();
  await dialog.waitFor({ state: "detached" });
  await page.close();
}

const plain = (text) => text.replace(/\s+/g, " ").trim();

/** By Tab, Enter, arrows and Escape alone. */
export async function keyboardIsEnough(context) {
  const page = await opened(context, "keyboard");
  await page.goto("/");
  await ready(page);
  const card = page.getByRole("button", { name: /^Visitors/ });
  const focused = (locator) => locator.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < 40 && !(await focused(card)); i++) await page.keyboard.press("Tab");
  if (!(await focused(card))) faults.push("keyboard: Tab doesn't lead to the first card");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  const reader = page.getByRole("slider");
  await reader.focus();
  const before = await reader.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  if ((await reader.getAttribute("aria-valuetext")) === before) faults.push("keyboard: the arrow keys don't read the chart");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  if (!(await focused(card))) faults.push("keyboard: the focus doesn't come back to the card");
  await page.close();
}

/** A business that nothing was reported of says so. */
export async function emptyBusinessSaysSo(browser, base, key) {
  const context = await newContext(browser, base);
  const page = await opened(context, "empty business");
  await page.goto(await link(base, key));
  await page.getByRole("heading", { name: "Nothing was reported in this period" }).waitFor();
  await context.close();
}
