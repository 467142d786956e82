// The inbox: to find, to read, to answer, to look after.
import { faults } from "./examine.mjs";
import { equal, soon } from "./visitor.mjs";

const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString();
const SAID = [
  { id: "1", source: "google", kind: "review", text: "The bread was cold. The staff were rude and the queue was endless.", rating: { value: 1, scale: 5 }, author: { name: "Ann" }, touchpoint: "till" },
  { id: "2", source: "google", kind: "review", text: "Wonderful cakes, I love this place!", rating: { value: 5, scale: 5 }, author: { name: "Bo" } },
  { id: "3/4", source: "trustpilot", kind: "review", text: "Delivery came too late again.", rating: { value: 2, scale: 5 } },
  { id: "5", source: "instagram", kind: "post", text: "Breakfast at Crumb", author: { name: "Cy" } },
];

async function said(crumb) {
  await crumb.post("/v1/feedback", SAID.map((one, index) => ({ ...one, occurredAt: ago(index + 1) })));
  await soon(4, async () => (await crumb.get("/v1/feedback")).items.filter(({ reading }) => reading).length, 60_000);
}

async function openInbox(crumb, role) {
  const entered = await crumb.enter(role);
  await entered.page.getByRole("link", { name: "Inbox" }).click();
  await entered.page.getByRole("listitem").filter({ hasText: "cold" }).first().waitFor();
  return entered;
}

const pick = (page, name) => page.getByRole("combobox", { name, exact: true });
const shown = (page) => page.getByRole("region", { name: "What was said" }).locator("blockquote");

/** Found by filters and by words, answered from a template, looked after, noted on. */
export async function answering(crumb) {
  await said(crumb);
  await crumb.post("/v1/reply-templates", { name: "Sorry", text: "Dear {author|friend}, we are sorry." });
  const { context, page } = await openInbox(crumb, "owner");
  equal(4, await shown(page).count());
  await crumb.look(page, "inbox");
  await pick(page, "From").selectOption("google");
  await soon(2, () => shown(page).count());
  await pick(page, "Sounding").selectOption("negative");
  await soon(1, () => shown(page).count());
  if (!/source=google/.test(page.url())) faults.push("inbox: the filter is not in the address");
  await page.reload();
  await soon(1, () => shown(page).count());
  await page.getByRole("button", { name: "Show everything" }).click();
  await soon(4, () => shown(page).count());
  await page.getByLabel("Search the words").fill("delivery late");
  await page.keyboard.press("Enter");
  await soon(["Delivery came too late again."], () => shown(page).allInnerTexts());
  await page.getByRole("button", { name: "Show everything" }).click();
  await page.getByRole("listitem").filter({ hasText: "cold" }).first().getByRole("button", { name: /^Answer/ }).click();
  const sheet = page.getByRole("dialog", { name: "Ann" });
  await sheet.getByLabel("Template").selectOption({ label: "Sorry" });
  equal("Dear Ann, we are sorry.", await sheet.getByLabel("What you answer").inputValue());
  await sheet.getByLabel("Signed", { exact: true }).fill("Mia");
  await crumb.look(page, "inbox-open");
  await sheet.getByRole("button", { name: "Keep the answer" }).click();
  await sheet.getByText("not posted there yet").waitFor();
  await sheet.getByRole("button", { name: "I have posted it" }).click();
  await sheet.getByText("stands where it was written").waitFor();
  await sheet.getByLabel("State").selectOption({ label: "In progress" });
  await sheet.getByLabel("Due").fill("2030-03-29");
  await sheet.getByLabel("Assigned to").fill("Mia");
  await sheet.getByLabel("Tags").fill("till, queue, till");
  await sheet.getByRole("region", { name: "Who looks after it" }).getByRole("button", { name: "Keep it" }).click();
  await sheet.getByLabel("A note").fill("Called her.");
  await sheet.getByRole("button", { name: "Note it" }).click();
  await sheet.getByRole("listitem").filter({ hasText: "Called her." }).waitFor();
  await soon(
    ["Dear Ann, we are sorry.", "Mia", "posted", "in_progress", "Mia", "2030-03-29T18:00:00Z", ["queue", "till"], 1],
    async () => {
      const { reply, handling } = await crumb.get("/v1/feedback/google/1");
      const { state, assignee, dueAt, tags, notes } = handling;
      return [reply?.text, reply?.author, reply?.state, state, assignee, dueAt, [...tags].sort(), notes];
    },
  );
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await pick(page, "Answered").selectOption("true");
  await soon(1, () => shown(page).count());
  await page.getByText("Assigned to Mia").waitFor();
  await templates(crumb, page);
  await context.close();
}

async function templates(crumb, page) {
  await page.getByRole("button", { name: "Reply templates" }).click();
  const sheet = page.getByRole("dialog", { name: "Reply templates" });
  await sheet.getByLabel("Name").fill("Thanks");
  await sheet.getByLabel("Text").fill("Thank you, {author|friend}!");
  await sheet.getByRole("button", { name: "Keep the template" }).click();
  await sheet.getByRole("listitem").filter({ hasText: "Thanks" }).waitFor();
  await crumb.look(page, "templates");
  const sorry = sheet.getByRole("listitem").filter({ hasText: "Sorry" });
  await sorry.getByRole("button", { name: /^Delete/ }).click();
  await sorry.getByRole("button", { name: /^Really delete/ }).click();
  await sorry.waitFor({ state: "detached" });
  equal(["Thanks"], (await crumb.get("/v1/reply-templates")).items.map(({ name }) => name));
  await sheet.getByRole("button", { name: "Close" }).click();
}

/** Who is unhappy stands in a list with the day until which to write, until they are answered. */
export async function following(crumb) {
  const { id } = await crumb.post("/v1/surveys", { name: "After a visit", type: "nps", question: "Would you recommend us?" });
  for (const [response, score] of [["low", 2], ["high", 10], ["middle", 7]]) {
    const body = { id: response, score, comment: `A ${response} one`, customerId: response, occurredAt: ago(9) };
    await crumb.post(`/v1/surveys/${id}/responses`, body);
  }
  const { context, page } = await crumb.enter("owner");
  await page.getByRole("link", { name: "Inbox" }).click();
  await page.getByRole("radio", { name: "To follow up" }).check();
  const list = page.getByRole("region", { name: "To follow up" });
  await list.getByText("A low one").waitFor();
  await soon(2, () => list.locator("blockquote").count());
  await pick(page, "Due").selectOption("true");
  await pick(page, "Who").selectOption("detractor");
  await soon(["A low one"], () => list.locator("blockquote").allInnerTexts());
  await list.getByText("was due").waitFor();
  await crumb.look(page, "follow-ups");
  await page.getByText("Until when to write").click();
  await page.getByLabel("Unhappy: within days").fill("30");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("heading", { name: "Nobody is waiting for you" }).waitFor();
  equal(30, (await crumb.get("/v1/follow-ups/rule")).detractorDays);
  await context.close();
}

/** A reader reads, and is offered nothing that they may not do; the server refuses it all the same. */
export async function reading(crumb) {
  await said(crumb);
  const { context, page } = await openInbox(crumb, "reader");
  equal(["Overview", "Inbox", "Value", "Segments"], await page.getByRole("navigation", { name: "Pages" }).getByRole("link").allInnerTexts());
  equal(0, await page.getByRole("button", { name: "Reply templates" }).count());
  await page.getByRole("button", { name: /^Answer.*Ann/ }).click();
  await page.getByRole("dialog").getByText("Nobody has answered yet.").waitFor();
  equal(0, await page.getByRole("dialog").getByRole("textbox").count());
  const status = await page.evaluate(async () => {
    const headers = { "X-Requested-With": "rapport", "Content-Type": "application/json" };
    const body = JSON.stringify({ text: "Not mine to say" });
    return (await fetch("/v1/feedback/google/1/reply", { method: "POST", headers, body }).catch(() => ({}))).status;
  });
  faults.splice(0, faults.length, ...faults.filter((fault) => !/reading: .*403/.test(fault)));
  equal(403, status);
  await context.close();
}
