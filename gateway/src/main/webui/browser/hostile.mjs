// Texts that try to be more than text, and what a page must hold while it shows them: no script of theirs runs, nothing of theirs
// becomes an element, nothing is asked for, and nothing beside them is turned around.
import { faults } from "./examine.mjs";

/** Each calls `struck` if it ever runs. */
export const SCRIPTS = [
  "<script>struck('script')</script>",
  "<img src=x onerror=struck('img')>",
  "\"><svg onload=struck('svg')>",
  "'><iframe srcdoc=\"<script>parent.struck('frame')</script>\"></iframe>",
  "</textarea></title></style></script><script>struck('end')</script>",
  "<a href=\"javascript:struck('link')\">here</a>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=struck('math')>",
  "<style>* { display: none !important }</style><link rel=stylesheet href=//evil.example/a.css>",
  "{{constructor.constructor(\"struck('braces')\")()}} ${struck('dollar')} {#if struck}x{/if}",
  "&lt;b&gt; &amp;amp; <!-- --><base href=//evil.example/>",
];
export const SCRIPT = SCRIPTS.join(" ");
export const OVERRIDE = "\u202egnp.exe\u202d\u2067 \u200f";
export const EMOJI = "👩‍👩‍👧‍👦 🇮🇪 👍🏽 z̷̢a̸l̶g̵o̴ \ufeff";
export const LONG = `${"Such good bread, and such a long queue. ".repeat(2_490)}<b>End</b>`;

/** Springs where a script of a text's runs, or a page's policy has to stop one. */
export async function trap(context, name) {
  await context.exposeFunction("struck", (what) => faults.push(`${name}: a script of a text ran: ${what}`));
  await context.exposeFunction("refused", (what) => faults.push(`${name}: the policy had to refuse ${what}`));
  await context.addInitScript(() => {
    for (const way of ["alert", "confirm", "prompt", "open"]) window[way] = () => window.struck(way);
    document.addEventListener("securitypolicyviolation", (event) => window.refused(`${event.violatedDirective} ${event.blockedURI}`));
  });
  context.on("dialog", (dialog) => faults.push(`${name}: a dialog said ${dialog.message()}`));
  return context;
}

/** What stands in the page by now, in its shadow trees too. */
export async function harmless(page, name, texts) {
  const { alien, words, hidden } = await page.evaluate(look);
  if (alien.length > 0) faults.push(`${name}: a text became ${alien.join(", ")}`);
  if (hidden) faults.push(`${name}: a text's style hides the page`);
  for (const text of texts) {
    if (!words.includes(text.replace(/\s+/g, " ").trim())) faults.push(`${name}: it doesn't show ${text.slice(0, 60)} as it is written`);
  }
}

function look() {
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = roots.flatMap((root) => [...root.querySelectorAll("*")]);
  const alien = all
    .filter(
      (element) =>
        element.matches("iframe, object, embed, base, math, [onerror], [onload], [srcdoc]") ||
        /^\s*javascript:/i.test(element.getAttribute("href") ?? "") ||
        (element.matches("script") && (element.textContent ?? "").includes("struck")) ||
        (element.matches("img") && element.getAttribute("src") === "x"),
    )
    .map((element) => element.outerHTML.slice(0, 80));
  const fields = all.filter((element) => element.matches("input, textarea")).map((element) => element.value);
  const texts = roots.map((root) => (root === document ? document.body.textContent : root.textContent));
  return {
    alien,
    words: [...texts, ...fields].join(" ").replace(/\s+/g, " "),
    hidden: getComputedStyle(document.body).display === "none",
  };
}

/** Whether what stands in an element runs from left to right, whatever stands before it. */
export async function runsOn(locator, name) {
  const straight = await locator.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const text = walker.nextNode();
    const at = (index) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect();
    };
    const [first, second] = [at(0), at(1)];
    return first.left < second.left;
  });
  if (!straight) faults.push(`${name}: a text turns around what stands beside it`);
}
