// Signing in: an owner sets it up, comes back with it, invites somebody, and takes it back; an agency looks at two businesses.
import { api, at, link } from "./api.mjs";
import { examine, faults, newContext, opened } from "./examine.mjs";

const PASSWORD = "correct plum bicycle";
const ready = (page) => page.getByRole("heading", { name: "What people do" }).waitFor();
const signedOut = (page) => page.getByRole("heading", { name: "How is your business doing?" }).waitFor();
const unique = () => Math.random().toString(36).slice(2, 10);

export async function peopleComeAndGo(browser, base, key, folder) {
  const [office, home] = [await newContext(browser, base), await newContext(browser, base)];
  const owner = await opened(office, "owner", /400|401/);
  const email = `owner-${unique()}@crumb.example`;
  await owner.goto(await link(base, key, "owner"));
  await setUpSignIn(owner, email, folder);
  await signInAgain(owner, email, folder);
  const reader = await opened(home, "reader", /401/);
  const guest = `reader-${unique()}@crumb.example`;
  await reader.goto(await invited(owner, base, guest, folder));
  await reader.getByLabel("New password").fill(PASSWORD);
  await examine(reader, "join", folder);
  await reader.getByRole("button", { name: "Keep it and go on" }).click();
  await ready(reader);
  if (reader.url().includes("invitation")) faults.push("people: the invitation stays in the address");
  await reader.getByRole("button", { name: "You" }).click();
  await reader.getByText(`signed in as ${guest}, as a reader`).waitFor();
  if (await reader.getByText("Who may come in").count()) faults.push("people: a reader is offered to let people in");
  await remove(owner, guest);
  await reader.goto("/");
  await signedOut(reader);
  await changePassword(owner);
  await Promise.all([office.close(), home.close()]);
}

async function setUpSignIn(page, email, folder) {
  await ready(page);
  await page.getByRole("button", { name: "People" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail address", { exact: true }).fill(email);
  await dialog.getByLabel("Name").fill("Olive Owner");
  await dialog.getByLabel("Password").fill("passwordpassword");
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await dialog.getByText("easy to guess").waitFor();
  await examine(page, "set-up", folder, true);
  await dialog.getByLabel("Password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await dialog.getByText(`signed in as ${email}, as an owner`).waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
}

async function signInAgain(page, email, folder) {
  await page.getByRole("button", { name: "Sign out" }).click();
  await signedOut(page);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill("not my password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("E-mail address and password don't fit").waitFor();
  await examine(page, "sign-in", folder);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await ready(page);
}

async function invited(owner, base, email, folder) {
  await owner.getByRole("button", { name: "People" }).click();
  await owner.getByLabel("Their e-mail address").fill(email);
  await owner.getByRole("button", { name: "Make a link" }).click();
  const url = await owner.getByLabel("The link").inputValue();
  await owner.getByRole("listitem").filter({ hasText: email }).getByText("has not chosen a password yet").waitFor();
  await examine(owner, "people", folder, true);
  return at(base, url);
}

async function remove(owner, email) {
  const row = owner.getByRole("listitem").filter({ hasText: email });
  await row.getByRole("button", { name: /^Remove/ }).click();
  await row.getByRole("button", { name: /^Really remove/ }).click();
  await row.waitFor({ state: "detached" });
}

async function changePassword(page) {
  await page.getByText("Change the password").click();
  await page.getByLabel("Present password").fill(PASSWORD);
  await page.getByLabel("New password").fill("tuesdays we bake rye");
  await page.getByRole("button", { name: "Change it" }).click();
  await page.getByText("It is changed").waitFor();
}

export async function agencySwitches(browser, base, adminKey) {
  const admin = api(base, adminKey);
  const { id } = await admin.post("/v1/organisations", { name: "An agency" });
  for (const name of ["Anchor Café", "Bread & Co"]) {
    await admin.post("/v1/businesses", { name, timeZone: "Europe/Dublin", currency: "EUR", organisationId: id });
  }
  const email = `agency-${unique()}@agency.example`;
  const { url } = await admin.post("/v1/people", { email, role: "owner", organisationId: id });
  const context = await newContext(browser, base);
  const page = await opened(context, "agency", /401/);
  await page.goto(at(base, url));
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Keep it and go on" }).click();
  await page.getByRole("heading", { level: 1, name: "Anchor Café" }).waitFor();
  await page.getByLabel("Business").selectOption({ label: "Bread & Co" });
  await page.getByRole("heading", { level: 1, name: "Bread & Co" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Bread & Co" }).waitFor();
  await context.close();
}
