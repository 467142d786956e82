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

export function useAddress(): { view: View; metric: string | null } {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return useMemo(() => {
    const parameters = new URLSearchParams(search);
    return { view: readView(parameters), metric: parameters.get("metric") };
  }, [search]);
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
