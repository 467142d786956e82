// Somebody who visits a page, and what leaves their browser for the gateway.
export const PEOPLE = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

/** @param told what the browser says of itself or its user, as members of `navigator` or `document` */
export async function visitor(browser, { told = {}, ...options } = {}) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(15_000);
  await context.addInitScript(tell, { webdriver: false, ...told });
  const sent = [];
  context.on("request", (request) => {
    if (request.url().includes("/v1/events")) sent.push({ method: request.method(), url: request.url(), text: request.postData() ?? "" });
  });
  return { context, sent, events: () => sent.flatMap(({ text }) => (text ? JSON.parse(text) : [])) };
}

function tell(members) {
  for (const [name, value] of Object.entries(members)) {
    const where = name === "prerendering" ? Document.prototype : Navigator.prototype;
    let now = value;
    Object.defineProperty(where, name, { configurable: true, get: () => now });
    if (name === "prerendering") {
      window.activate = () => {
        now = false;
        document.dispatchEvent(new Event("prerenderingchange"));
      };
    }
  }
}

/** As when another tab is chosen, and this one again. */
export async function look(page, visibility) {
  await page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange"));
  }, visibility);
}

/** Asks until the answer is right, or shows what it was at last. */
export async function soon(expected, ask, patience = 8_000) {
  const end = Date.now() + patience;
  let answer;
  do {
    answer = await ask();
    if (same(expected, answer)) return;
    await new Promise((passed) => setTimeout(passed, 100));
  } while (Date.now() < end);
  throw new Error(`expected ${JSON.stringify(expected)}, and it was ${JSON.stringify(answer)}`);
}

export function equal(expected, actual) {
  if (!same(expected, actual)) throw new Error(`expected ${JSON.stringify(expected)}, and it was ${JSON.stringify(actual)}`);
}

function same(expected, actual) {
  return JSON.stringify(expected) === JSON.stringify(actual);
}
