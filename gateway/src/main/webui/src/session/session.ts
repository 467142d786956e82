import { OWN_REQUEST } from "../api/client";
import { Problem } from "../api/problem";

/** Whose figures this browser may see. */
export interface Session {
  business: string;
  expiresAt: string;
}

export async function getSession(signal: AbortSignal): Promise<Session> {
  return (await (await send("GET", { signal })).json()) as Session;
}

export async function signIn(key: string): Promise<void> {
  await send("POST", { body: JSON.stringify({ key }), headers: { "Content-Type": "application/json" } });
}

export async function signOut(): Promise<void> {
  await send("DELETE", {});
}

async function send(method: string, init: RequestInit): Promise<Response> {
  const headers = { ...OWN_REQUEST, ...init.headers };
  const response = await fetch("/session", { ...init, method, headers, credentials: "same-origin" });
  if (!response.ok) {
    throw Problem.from(response.status, await response.json().catch(() => null));
  }
  return response;
}
