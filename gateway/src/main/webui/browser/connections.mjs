// Connections: made in the page with their secret shown once, tried out, mended, rotated.
import { createHmac, randomUUID } from "node:crypto";
import { equal, soon } from "./visitor.mjs";

export async function connections(crumb) {
  const { context, page } = await crumb.enter("owner");
  await page.getByRole("link", { name: "Connections" }).click();
  await page.getByRole("button", { name: "Connect a source" }).first().click();
  const form = page.getByRole("dialog", { name: "Connect a source" });
  await crumb.look(page, "connection-new");
  await form.getByLabel("Source").selectOption({ label: "Anything else (Standard Webhooks)" });
  await form.getByLabel("Name").fill("Our own site");
  await form.getByLabel(/^What it is called/).fill("own-site");
  await form.getByRole("button", { name: "Connect it" }).click();
  const made = page.getByRole("dialog", { name: "Our own site is connected" });
  const secret = await made.getByLabel("The secret", { exact: true }).inputValue();
  const address = await made.getByLabel("The address", { exact: true }).inputValue();
  equal(true, secret.startsWith("whsec_"));
  await crumb.look(page, "connection-once");
  await made.getByRole("button", { name: "Close" }).click();
  const sheet = page.getByRole("dialog", { name: "Our own site", exact: true });
  await sheet.getByText("Nothing has come yet").waitFor();
  equal(false, (await page.content()).includes(secret));
  await sheet.getByRole("button", { name: "Try it out" }).click();
  await sheet.getByRole("status").getByText("It works:").waitFor();
  equal(202, await deliver(crumb.at(address), secret, { id: "r1", kind: "review", text: "Good", rating: { value: 5, scale: 5 }, occurredAt: new Date().toISOString() }));
  equal(202, await deliver(crumb.at(address), secret, { id: "r2", kind: "review", rating: "five" }));
  const [{ id }] = (await crumb.get("/v1/connections")).items;
  await soon(["failed", "processed", "tested"], async () =>
    (await crumb.get(`/v1/connections/${id}/deliveries`)).items.map(({ outcome }) => outcome).sort(),
  );
  await page.reload();
  await sheet.getByRole("row").filter({ hasText: "Failed" }).waitFor();
  await sheet.getByRole("row").filter({ hasText: "Taken in" }).waitFor();
  const again = page.waitForResponse(/replay/);
  await sheet.getByRole("button", { name: /^Try again/ }).click();
  equal(202, (await again).status());
  await sheet.getByRole("button", { name: "Make another one" }).click();
  const next = await sheet.getByLabel("The new secret").inputValue();
  await crumb.look(page, "connection-open");
  for (const valid of [secret, next]) {
    equal(202, await deliver(crumb.at(address), valid, { id: randomUUID(), kind: "post", text: "Hello", occurredAt: new Date().toISOString() }));
  }
  await page.reload();
  await sheet.getByText("The one before is good until").waitFor();
  equal(false, (await page.content()).includes(next));
  await sheet.getByRole("button", { name: "Close" }).click();
  await page.getByRole("list", { name: "Connections" }).getByRole("heading", { name: "Our own site" }).waitFor();
  await crumb.look(page, "connections");
  await context.close();
}

/** As https://www.standardwebhooks.com says it. */
async function deliver(address, secret, body) {
  const text = JSON.stringify(body);
  const id = `msg_${randomUUID()}`;
  const at = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", Buffer.from(secret.slice(6), "base64")).update(`${id}.${at}.${text}`).digest("base64");
  const headers = {
    "Content-Type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": at,
    "webhook-signature": `v1,${signature}`,
  };
  return (await fetch(address, { method: "POST", headers, body: text })).status;
}
