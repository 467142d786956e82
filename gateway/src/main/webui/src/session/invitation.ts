const SHAPE = /^#invitation=(iv_(?:o_)?[a-z2-7]{16}_[0-9A-Za-z]{32})$/;

/** The token of the link by which somebody came; it leaves the address, so that it isn't kept or shared with the page. */
export function takeInvitation(): string | null {
  const token = readInvitation(window.location.hash);
  if (token) window.history.replaceState(null, "", window.location.pathname + window.location.search);
  return token;
}

export function readInvitation(hash: string): string | null {
  return SHAPE.exec(hash)?.[1] ?? null;
}
