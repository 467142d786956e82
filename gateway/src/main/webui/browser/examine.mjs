// What every page must hold, whatever it shows: no violation that axe finds, no wider than the screen, no jump, no error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const MOST_SHIFT = 0.02;
const SETTLED = 400;

export const faults = [];

/** A page whose errors are faults, but for those that are expected. */
export async function opened(context, name, expected = /$^/) {
  const page = await context.newPage();
  const base = new URL(context.base).origin;
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) faults.push(`${name}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) faults.push(`${name}: it asked ${request.url()}`);
  });
  return page;
}

export async function newContext(browser, base, options = {}) {
  const context = await browser.newContext({ baseURL: base, viewport: SIZES.desktop, reducedMotion: "reduce", ...options });
  context.base = base;
  context.setDefaultTimeout(20_000);
  await context.addInitScript(watchShifts);
  return context;
}

export const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1280, height: 900 },
};

export async function examine(page, name, folder, whole = false) {
  await page.waitForTimeout(SETTLED);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) faults.push(`${name}: ${wide} pixels wider than the screen`);
  const shift = await page.evaluate(() => window.shifted);
  if (shift > MOST_SHIFT) faults.push(`${name}: the layout shifted by ${shift.toFixed(3)}`);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, nodes } of violations) {
    faults.push(`${name}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }
  await picture(page, name, folder, whole);
}

async function picture(page, name, folder, whole) {
  const sheet = whole && (await page.locator("dialog[open]").count());
  if (sheet) {
    const height = await page.evaluate(() => document.querySelector("dialog").scrollHeight);
    await page.setViewportSize({ ...page.viewportSize(), height: Math.min(height, 3000) });
    await page.waitForTimeout(150);
  }
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: whole && !sheet });
}

function watchShifts() {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}
