import { clean } from "./address";
import type { Properties } from "./event";
import { outbox } from "./outbox";
import { random } from "./random";
import { forget, visitor } from "./visitor";

type Command = [name: string, value?: unknown, properties?: Properties];
type Rapport = ((...command: Command) => void) & { q?: Iterable<unknown>[]; on?: boolean };

const host = window as unknown as { rapport?: Rapport };
const { key, cookie, outbound, spa } = (document.currentScript as HTMLScriptElement).dataset;
const source = (document.currentScript as HTMLScriptElement).src;

/** Watches this page, once it is shown. */
function track(key: string): (...command: Command) => void {
  const out = outbox(new URL(`v1/events?key=${key}`, source).href, `rapport:${key}`);
  let withCookie = cookie === "yes";
  let current = "";
  let referrer = document.referrer;
  let left = true;

  const title = () => document.title.slice(0, 500).replace(/[\ud800-\udbff]$/, "") || undefined;

  const record = (type: string, properties?: Properties) => {
    const url = current || clean(location.href);
    out.add({
      id: random(),
      source: "tracker",
      type,
      channel: "web",
      occurredAt: new Date().toISOString(),
      visitorId: withCookie ? visitor() : undefined,
      page: { url, title: title(), referrer: referrer ? clean(referrer) : undefined },
      context: navigator.webdriver ? { automated: true } : undefined,
      properties,
    });
  };

  const view = () => {
    const url = clean(location.href);
    if (url !== current && document.visibilityState === "visible") {
      referrer = current || document.referrer;
      current = url;
      left = false;
      record("page_view");
      setTimeout(() => out.entitle(url, title()), 250);
    }
  };

  const leave = () => {
    if (!left) {
      left = true;
      record("page_leave");
    }
    out.leave();
  };

  const clicked = (event: Event) => {
    const target = event.target as Element;
    const goal = target.closest<HTMLElement>(event.type === "submit" ? "form[data-goal]" : "[data-goal]:not(form)");
    if (goal) {
      record(goal.dataset["goal"]!);
    }
    const link = target.closest<HTMLAnchorElement>("a[href]");
    if (outbound !== "no" && link && /^http/.test(link.protocol) && link.host !== location.host) {
      record("click", { outbound: true, linkUrl: clean(link.href), linkDomain: link.hostname });
    }
  };

  for (const type of ["click", "auxclick", "submit"]) {
    document.addEventListener(type, clicked, true);
  }
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : view()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      current = "";
      view();
    }
  });
  if (spa !== "no") {
    for (const name of ["pushState", "replaceState"] as const) {
      const plain = history[name];
      history[name] = function (...state) {
        plain.apply(this, state);
        view();
      };
    }
    addEventListener("popstate", view);
  }
  view();
  out.flush();

  return (name, value, properties) => {
    if (name === "goal") {
      record(String(value), properties);
    } else if (name === "page") {
      current = "";
      view();
    } else if (name === "cookie" && !(withCookie = !!value)) {
      forget();
    }
  };
}

const signals = navigator as { doNotTrack?: string | null; globalPrivacyControl?: boolean };
if (signals.doNotTrack === "1" || signals.globalPrivacyControl) {
  host.rapport = () => {};
} else if (key && !host.rapport?.on) {
  const queue = host.rapport?.q ?? [];
  let run: (...command: Command) => void = (...command) => void queue.push(command);
  host.rapport = Object.assign((...command: Command) => run(...command), { on: true });
  const begin = () => {
    run = track(key);
    queue.forEach((command) => run(...([...command] as Command)));
  };
  if ((document as { prerendering?: boolean }).prerendering) {
    document.addEventListener("prerenderingchange", begin, { once: true });
  } else {
    begin();
  }
}
