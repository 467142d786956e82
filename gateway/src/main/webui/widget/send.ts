const PAUSES = [2000, 10000];

/** Posts as plain text, so that no question of the browser's goes before; again after a pause where the product is not there. */
export async function post(address: string, body: unknown, tries = 0): Promise<unknown> {
  try {
    const answer = await fetch(address, { method: "POST", body: JSON.stringify(body), credentials: "omit", keepalive: true });
    if (answer.ok) {
      return await answer.json();
    }
    if (answer.status < 500 && answer.status !== 429) {
      return undefined;
    }
  } catch {
    // No connection: as if it were not there.
  }
  const pause = PAUSES[tries];
  if (pause === undefined) {
    return undefined;
  }
  await new Promise((over) => setTimeout(over, pause));
  return post(address, body, tries + 1);
}
