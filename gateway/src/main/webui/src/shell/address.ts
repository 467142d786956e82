import { useMemo, useSyncExternalStore } from "react";
import { type View, readView } from "../period/period";

/** The page's state lives in its address, so that it can be kept, shared and gone back to. */
const CHANGED = "addresschange";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

export function useAddress(): { view: View; metric: string | null; panel: string | null } {
  const parameters = useParameters();
  return useMemo(
    () => ({ view: readView(parameters), metric: parameters.get("metric"), panel: parameters.get("panel") }),
    [parameters],
  );
}

/** All that the address says. */
export function useParameters(): URLSearchParams {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return useMemo(() => new URLSearchParams(search), [search]);
}

/** Which of several businesses this window is about; null for the first. */
export function lookedAt(): string | null {
  return new URLSearchParams(window.location.search).get("business");
}

/** An address that somebody else shared may name a business that isn't one's own; of several, one must be named. */
export function settleBusiness(own: string[]): void {
  const parameters = new URLSearchParams(window.location.search);
  const named = parameters.get("business");
  if (named === null ? own.length < 2 : own.includes(named)) return;
  if (own.length > 1) parameters.set("business", own[0]!);
  else parameters.delete("business");
  window.history.replaceState(null, "", `/?${parameters}`.replace(/\?$/, ""));
}

/** Another business: from the start, so that nothing of the one before is left on the page. */
export function lookAt(business: string): void {
  const view = new URLSearchParams(window.location.search);
  view.set("business", business);
  for (const name of ["panel", "metric", "open", "tab", "segment"]) view.delete(name);
  window.location.assign(`/?${view}`);
}

/** Null takes a parameter away. */
export function go(changes: Record<string, string | null>): void {
  const parameters = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  const search = parameters.toString();
  window.history.pushState(null, "", search ? `/?${search}` : "/");
  window.dispatchEvent(new Event(CHANGED));
}

/** Another page of the dashboard, from its beginning. */
export function goTo(href: string): void {
  window.history.pushState(null, "", href);
  window.scrollTo(0, 0);
  window.dispatchEvent(new Event(CHANGED));
}
