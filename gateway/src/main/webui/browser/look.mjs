// Opens the page of a running product in Chromium, in each of its states, narrow and wide, light and dark, and does what
// people do with it: keeps pictures, and ends with 1 where it finds a fault.
//   RAPPORT_URL=… RAPPORT_KEY=sk_… [RAPPORT_ADMIN_KEY=adm_…] [RAPPORT_EMPTY_KEY=sk_…] [CHROMIUM=…] npm run look -- [folder] [state …]
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { link } from "./api.mjs";
import { SIZES, examine, faults, newContext, opened } from "./examine.mjs";
import { emptyBusinessSaysSo, keyboardIsEnough, linkOpensOnce, numbersAreTheApis, textsAreBehindANumber } from "./flows.mjs";
import { agencySwitches, peopleComeAndGo } from "./people.mjs";
import { STATES } from "./states.mjs";

const base = (process.env.RAPPORT_URL ?? "http://localhost:8080").replace(/\/$/, "");
const { RAPPORT_KEY: key, RAPPORT_ADMIN_KEY: adminKey, RAPPORT_EMPTY_KEY: emptyKey } = process.env;
const [folder = "../../../target/look", ...only] = process.argv.slice(2);
const WAYS = ["phone-dark", "phone-light", "tablet-light", "tablet-dark", "desktop-light", "desktop-dark"];
/** Where a state has no size or colour of its own, narrow and dark or wide and light shows as much as all six. */
const USUAL = ["phone-dark", "desktop-light"];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
for (const way of WAYS) {
  const [size, colorScheme] = way.split("-");
  const context = await newContext(browser, base, { viewport: SIZES[size], colorScheme });
  await visit(context, way);
  for (const state of STATES.filter((each) => wanted(each, way))) await step(`${state.name} ${way}`, () => lookAt(context, state, way));
  if (way === "desktop-light" && only.length === 0) {
    await step("numbers", () => numbersAreTheApis(context, key));
    await step("texts", () => textsAreBehindANumber(context, key));
    await step("keyboard", () => keyboardIsEnough(context));
  }
  await context.close();
}
if (only.length === 0) {
  await step("link", () => linkOpensOnce(browser, base, key));
  await step("people", () => peopleComeAndGo(browser, base, key, folder));
  if (emptyKey) await step("empty business", () => emptyBusinessSaysSo(browser, base, emptyKey));
  if (adminKey) await step("agency", () => agencySwitches(browser, base, adminKey));
}
await browser.close();
console.log(faults.length === 0 ? "No fault was found." : faults.join("\n"));
process.exit(faults.length === 0 ? 0 : 1);

function wanted({ name }, way) {
  return only.length > 0 ? only.includes(name) : name === "board" || USUAL.includes(way);
}

/** One that doesn't come about is a fault, and the others are looked at all the same. */
async function step(name, work) {
  const begun = Date.now();
  await work().catch((error) => faults.push(`${name}: ${error.message}`));
  console.log(`${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

async function visit(context, way) {
  const page = await opened(context, `link ${way}`);
  await page.goto(await link(base, key));
  await page.getByRole("heading", { name: "What people do" }).waitFor();
  await page.close();
}

async function lookAt(context, state, way) {
  const name = `${state.name}-${way}`;
  const page = await opened(context, name, state.routes ? /Failed to load resource/ : /$^/);
  for (const [url, answer] of Object.entries(state.routes ?? {})) await page.route(url, answer);
  await page.goto(state.path);
  await state.arrive(page).catch(async (error) => {
    await page.screenshot({ path: `${folder}/${name}-stuck.png` });
    throw error;
  });
  if (!state.routes) await page.waitForLoadState("networkidle");
  await examine(page, name, folder, state.whole);
  await page.close();
}
