import { OWN_REQUEST } from "../api/client";
import { Problem } from "../api/problem";

export interface Named {
  id: string;
  name: string;
}

/** Whose figures this browser may see, and who looks: nobody known where a link or a key let it in. */
export interface Session {
  business: string | null;
  businesses: Named[];
  person: { id: string; ownerId: string; email: string; name: string | null; role: "owner" | "reader" } | null;
  mayInvite: boolean;
  /** What it may do, as the API names it. */
  scopes: string[];
  expiresAt: string;
}

export interface Invitation {
  place: string;
  email: string;
  name: string | null;
  returning: boolean;
}

export async function getSession(signal: AbortSignal): Promise<Session> {
  return (await (await send("GET", "", null, signal)).json()) as Session;
}

export async function enterWithKey(key: string): Promise<void> {
  await send("POST", "", { key });
}

/** Empty when it is done; else where the address and the password fit, to choose from. */
export async function signIn(email: string, password: string, ownerId: string | null): Promise<Named[]> {
  const response = await send("POST", "/password", { email, password, ownerId });
  return response.status === 200 ? ((await response.json()) as { choice: Named[] }).choice : [];
}

export async function getInvitation(token: string, signal: AbortSignal): Promise<Invitation> {
  return (await (await send("POST", "/invitation", { token }, signal)).json()) as Invitation;
}

export async function acceptInvitation(token: string, password: string): Promise<void> {
  await send("POST", "/invitation/password", { token, password });
}

export async function changePassword(current: string, password: string): Promise<void> {
  await send("PUT", "/password", { current, password });
}

export async function signOut(): Promise<void> {
  await send("DELETE", "", null);
}

async function send(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers = { ...OWN_REQUEST, ...(body ? { "Content-Type": "application/json" } : {}) };
  const init: RequestInit = { method, headers, credentials: "same-origin", signal: signal ?? null };
  const response = await fetch(`/session${path}`, body ? { ...init, body: JSON.stringify(body) } : init);
  if (!response.ok) {
    throw Problem.from(response.status, await response.json().catch(() => null));
  }
  return response;
}
