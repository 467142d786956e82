// What an owner does with the inbox, the customers, the surveys and the connections, in Chromium, held against what the API answers a program;
// and what texts that try to be more than text come to on each page. Ends with 1 where something is not so.
//   RAPPORT_URL=… RAPPORT_ADMIN_KEY=adm_… [CHROMIUM=…] [PICTURES=…] node browser/places.mjs [scenario …]
import { createServer } from "node:http";
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { api, at, link } from "./api.mjs";
import { connections } from "./connections.mjs";
import { knowing } from "./customers.mjs";
import { SIZES, examine, faults, newContext, opened } from "./examine.mjs";
import { hostileEverywhere } from "./everywhere.mjs";
import { answering, following, reading } from "./inbox.mjs";
import { asking } from "./asking.mjs";

const base = (process.env.RAPPORT_URL ?? "http://localhost:8080").replace(/\/$/, "");
const folder = process.env.PICTURES ?? "../../../target/look";
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
const SCENARIOS = { empty, answering, following, reading, asking, connections, knowing, hostileEverywhere };
const wanted = process.argv.slice(2);
for (const [name, scenario] of Object.entries(SCENARIOS).filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
  const begun = Date.now();
  await scenario(await shop(name)).catch((error) => faults.push(`${name}: ${error.stack}`));
  console.log(`${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}
await browser.close();
console.log(faults.length === 0 ? "No fault was found." : faults.join("\n"));
process.exit(faults.length === 0 ? 0 : 1);

/** A business of its own, and ways to look at it. */
async function shop(name) {
  const admin = api(base, process.env.RAPPORT_ADMIN_KEY);
  const made = await admin.post("/v1/businesses", { name: "Crumb", timeZone: "Europe/Dublin", currency: "EUR" });
  const owner = api(base, made.secretKey);
  const enter = async (role, options = {}, prepare = async (context) => context) => {
    const context = await prepare(await newContext(browser, base, options), name);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await opened(context, name);
    await page.goto(await link(base, made.secretKey, role));
    await page.getByRole("navigation", { name: "Pages" }).waitFor();
    return { context, page };
  };
  return {
    ...owner,
    base,
    browser,
    folder,
    name,
    key: made.publishableKey,
    at: (url) => at(base, url),
    enter,
    /** The page once more on a phone in the dark, with axe and a picture. */
    look: async (page, picture) => {
      await examine(page, `${picture}-desktop`, folder, true);
      await page.setViewportSize(SIZES.phone);
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      await page.evaluate(() => (window.shifted = 0));
      await examine(page, `${picture}-phone`, folder, true);
      await page.setViewportSize(SIZES.desktop);
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    },
    /** A page of another origin that shows surveys. */
    site: async () => {
      const server = createServer((_, response) => {
        response.writeHead(200, {
          "Content-Type": "text/html; charset=utf-8",
          "Content-Security-Policy": `default-src 'none'; script-src ${base}; connect-src ${base}`,
        });
        response.end(`<!doctype html><html lang="en"><head><title>Shop</title>
          <script defer src="${base}/widget.js" data-key="${made.publishableKey}"></script></head><body><h1>Shop</h1></body></html>`);
      });
      await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
      return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
    },
  };
}

/** A business that has just begun is told what to do. */
async function empty(crumb) {
  const { context, page } = await crumb.enter("owner");
  await page.getByRole("link", { name: "Inbox" }).click();
  await page.getByRole("heading", { name: "Nothing was said yet" }).waitFor();
  await crumb.look(page, "inbox-empty");
  await page.getByRole("button", { name: "Ask customers" }).click();
  await page.getByRole("heading", { name: "Nobody was asked anything yet" }).waitFor();
  await crumb.look(page, "surveys-empty");
  await page.getByRole("link", { name: "Connections" }).click();
  await page.getByRole("heading", { name: "No source is connected yet" }).waitFor();
  await crumb.look(page, "connections-empty");
  await page.goBack();
  await page.getByRole("heading", { name: "Nobody was asked anything yet" }).waitFor();
  await page.getByRole("link", { name: "Customers" }).click();
  await page.getByRole("heading", { name: "No customer is known yet" }).waitFor();
  await crumb.look(page, "customers-empty");
  await page.getByRole("link", { name: "Value" }).click();
  await page.getByText("Nobody has bought for the first time").waitFor();
  await crumb.look(page, "value-empty");
  await context.close();
}
