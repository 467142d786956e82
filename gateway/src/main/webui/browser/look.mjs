// Opens the page of a running product in Chromium, in each of its states, narrow and wide, light and dark: keeps a picture
// of each, and fails where axe finds a violation, the page is wider than the screen, jumps, logs an error or asks
// another host.   RAPPORT_URL=… RAPPORT_KEY=sk_… [CHROMIUM=/usr/bin/chromium] npm run look -- [folder] [state …]
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { STATES } from "./states.mjs";

const base = process.env.RAPPORT_URL ?? "http://localhost:8080";
const key = process.env.RAPPORT_KEY;
const [folder = "../../../target/look", ...only] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const MOST_SHIFT = 0.05;
const faults = [];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
    await context.addInitScript(watchShifts);
    await lookAtSignIn(context, `${size}-${colorScheme}`);
    for (const state of STATES.filter(({ name }) => only.length === 0 || only.includes(name))) {
      await lookAt(context, state, `${state.name}-${size}-${colorScheme}`);
    }
    if (size === "desktop" && colorScheme === "light") await useTheKeyboard(context);
    await context.close();
  }
}
await openByLink();
await browser.close();
console.log(faults.length === 0 ? "No fault was found." : faults.join("\n"));
process.exit(faults.length === 0 ? 0 : 1);

async function lookAtSignIn(context, name) {
  const page = await opened(context, "/?link=expired", `sign-in-${name}`, /401/);
  await page.getByLabel(/secret key/).fill("sk_unknown");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("This key is not known").waitFor();
  await examine(page, `sign-in-${name}`);
  await page.getByLabel(/secret key/).fill(key);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "How is" }).waitFor();
  await page.close();
}

async function lookAt(context, state, name) {
  const page = await opened(context, null, name, state.routes ? /Failed to load resource/ : /$^/);
  for (const [url, answer] of Object.entries(state.routes ?? {})) await page.route(url, answer);
  await page.goto(base + state.path);
  await state.arrive(page).catch(async (error) => {
    await page.screenshot({ path: `${folder}/${name}-stuck.png` });
    throw new Error(`${name} did not come about; see ${folder}/${name}-stuck.png`, { cause: error });
  });
  if (!state.routes) await page.waitForLoadState("networkidle");
  await page.waitForTimeout(400);
  await examine(page, name, state.whole);
  await page.close();
}

async function opened(context, path, name, expected) {
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) faults.push(`${name}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) faults.push(`${name}: it asked ${request.url()}`);
  });
  if (path) await page.goto(base + path);
  return page;
}

async function examine(page, name, whole = false) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) faults.push(`${name}: ${wide} pixels wider than the screen`);
  const shift = await page.evaluate(() => window.shifted);
  if (shift > MOST_SHIFT) faults.push(`${name}: the layout shifted by ${shift.toFixed(3)}`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, nodes } of violations) faults.push(`${name}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  const sheet = whole && (await page.locator("dialog[open]").count());
  if (sheet) {
    const height = await page.evaluate(() => document.querySelector("dialog").scrollHeight);
    await page.setViewportSize({ ...page.viewportSize(), height: Math.min(height, 3000) });
    await page.waitForTimeout(150);
  }
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: whole && !sheet });
}

async function openByLink() {
  const answer = await fetch(`${base}/v1/sessions`, { method: "POST", headers: { Authorization: `Bearer ${key}` } });
  const { url } = await answer.json();
  const link = base + new URL(url).pathname + new URL(url).search;
  const [first, second] = [await browser.newContext(), await browser.newContext()];
  const page = await first.newPage();
  await page.goto(link);
  await page.getByRole("heading", { name: "What people do" }).waitFor();
  if (page.url().includes("token")) faults.push("link: the token stays in the address");
  const late = await second.newPage();
  await late.goto(link);
  await late.getByText("This link has been used").waitFor();
  await page.getByRole("button", { name: /^Sign out/ }).click();
  await page.getByRole("heading", { name: "How is your business doing?" }).waitFor();
  await Promise.all([first.close(), second.close()]);
}

async function useTheKeyboard(context) {
  const page = await context.newPage();
  await page.goto(base);
  const card = page.getByRole("button", { name: /^Visitors/ });
  await card.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  const reader = page.getByRole("slider");
  await reader.focus();
  const before = await reader.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  if ((await reader.getAttribute("aria-valuetext")) === before) faults.push("keyboard: the arrow keys don't read the chart");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  if (!(await card.evaluate((element) => element === document.activeElement))) {
    faults.push("keyboard: the focus doesn't come back to the card");
  }
  await page.goForward().catch(() => {});
  await page.goBack();
  await page.close();
}

function watchShifts() {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}
