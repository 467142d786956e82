import type { TrackedEvent } from "./event";
import { store } from "./store";

const GATHER = 300;
const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 600;
const LARGEST_KEEPALIVE = 30000;

/** Sends events some at a time, and again where that fails; each bears its own id, so that twice is once. */
export function outbox(endpoint: string, name: string) {
  const { read, keep, drop } = store(name);
  let waiting: TrackedEvent[] = [];
  let timer = 0;
  let busy = false;
  let failures = 0;
  let notBefore = 0;
  let size = 20;

  const body = (events: TrackedEvent[]) => {
    // By the page's clock as occurredAt is: the server sees how wrong it is.
    const sentAt = new Date().toISOString();
    return JSON.stringify(events.map((event) => ({ ...event, sentAt })));
  };

  const failed = (batch: TrackedEvent[], seconds: number) => {
    keep(batch);
    const pause = (seconds || Math.min(FIRST_PAUSE * 2 ** failures++, LONGEST_PAUSE)) * 1000;
    notBefore = Date.now() + pause;
    setTimeout(flush, pause);
  };

  const answered = (batch: TrackedEvent[], answer: Response) => {
    if (answer.status === 429 || answer.status >= 500) {
      failed(batch, Number(answer.headers.get("Retry-After")));
      return;
    }
    failures = 0;
    if (answer.status === 400 && batch.length > 1) {
      // One bad event fails its whole batch: the others go on their own.
      keep(batch);
      size = 1;
    } else {
      drop(batch);
    }
    if (read().length) {
      flush();
    }
  };

  const send = async (batch: TrackedEvent[]) => {
    const text = body(batch);
    busy = true;
    try {
      // A plain text with the key in the address is a simple request: no preflight is asked before it.
      const answer = await fetch(endpoint, {
        method: "POST",
        body: text,
        credentials: "omit",
        keepalive: text.length < LARGEST_KEEPALIVE,
      });
      busy = false;
      answered(batch, answer);
    } catch {
      busy = false;
      failed(batch, 0);
    }
  };

  const mayNotSend = () => navigator.onLine === false || Date.now() < notBefore;

  function flush(): void {
    clearTimeout(timer);
    timer = busy ? window.setTimeout(flush, GATHER) : 0;
    if (busy) {
      return;
    }
    const all = [...read(), ...waiting];
    if (mayNotSend() || all.length > size) {
      keep(waiting);
    }
    waiting = [];
    if (!mayNotSend() && all.length) {
      void send(all.slice(0, size));
    }
  }

  /** The page may end at any moment: what it has is given to the browser, which sends it whatever becomes of the page. */
  function leave(): void {
    if (waiting.length && (mayNotSend() || !navigator.sendBeacon(endpoint, body(waiting)))) {
      keep(waiting);
    }
    waiting = [];
  }

  addEventListener("online", () => {
    notBefore = 0;
    flush();
  });

  return {
    leave,
    flush,
    add(event: TrackedEvent): void {
      waiting.push(event);
      timer ||= window.setTimeout(flush, GATHER);
    },
    /** Titles that came after the address did, as they do where a script draws the page. */
    entitle(url: string, title: string | undefined): void {
      for (const event of waiting) {
        if (event.page.url === url) {
          event.page.title = title;
        }
      }
    },
  };
}
