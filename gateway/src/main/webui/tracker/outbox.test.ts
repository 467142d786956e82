import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TrackedEvent } from "./event";
import { outbox } from "./outbox";

const NOW = new Date("2026-03-01T09:00:00Z");
const listeners = new Map<string, () => void>();
const kept = new Map<string, string>();
const browser = { onLine: true, sendBeacon: vi.fn(() => true) };
const gateway = vi.fn<(url: string, call: { body: string }) => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("navigator", browser);
  vi.stubGlobal("addEventListener", (name: string, listener: () => void) => listeners.set(name, listener));
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal("fetch", gateway);
  kept.clear();
  gateway.mockReset().mockImplementation(() => Promise.resolve(answer(202)));
  browser.onLine = true;
  browser.sendBeacon.mockReset().mockReturnValue(true);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function answer(status: number, headers: Record<string, string> = {}): Response {
  return { status, headers: new Headers(headers) } as Response;
}

function event(id: string, at = NOW): TrackedEvent {
  return {
    id,
    source: "tracker",
    type: "page_view",
    channel: "web",
    occurredAt: at.toISOString(),
    page: { url: "https://crumb.example/" },
  };
}

const sent = () => gateway.mock.calls.map(([, { body }]) => (JSON.parse(body) as TrackedEvent[]).map(({ id }) => id));
const waiting = () => (JSON.parse(kept.get("queue") ?? "[]") as TrackedEvent[]).map(({ id }) => id);
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

describe("the outbox", () => {
  it("gathers what comes together, says when it sends, and keeps nothing that has arrived", async () => {
    const out = outbox("/v1/events", "queue");
    out.add(event("a"));
    out.add(event("b"));
    await pass(1);
    expect(sent()).toEqual([["a", "b"]]);
    expect(gateway.mock.calls[0]![1].body).toContain('"sentAt":"2026-03-01T09:00:00.300Z"');
    expect(kept.size).toBe(0);
  });

  it("waits as long as it is told, or longer each time, and sends once what was kept", async () => {
    gateway
      .mockResolvedValueOnce(answer(429, { "Retry-After": "30" }))
      .mockRejectedValueOnce(new TypeError("blocked"))
      .mockResolvedValueOnce(answer(503));
    outbox("/v1/events", "queue").add(event("a"));
    await pass(1);
    expect(waiting()).toEqual(["a"]);
    await pass(29);
    expect(sent().length).toBe(1);
    await pass(1);
    expect(sent().length).toBe(2);
    await pass(5);
    expect(sent().length).toBe(3);
    await pass(9);
    expect(sent().length).toBe(3);
    await pass(1);
    expect(sent()).toEqual([["a"], ["a"], ["a"], ["a"]]);
    await pass(3600);
    expect(sent().length).toBe(4);
    expect(kept.size).toBe(0);
  });

  it("drops what is refused, and sends alone what came with it", async () => {
    gateway.mockImplementation((_, { body }) => Promise.resolve(answer(body.includes('"bad"') ? 400 : 202)));
    const out = outbox("/v1/events", "queue");
    ["a", "bad", "b"].forEach((id) => out.add(event(id)));
    await pass(60);
    expect(sent()).toEqual([["a", "bad", "b"], ["a"], ["bad"], ["b"]]);
    expect(kept.size).toBe(0);
  });

  it("drops what no repetition helps", async () => {
    gateway.mockResolvedValueOnce(answer(401));
    outbox("/v1/events", "queue").add(event("a"));
    await pass(60);
    expect(sent()).toEqual([["a"]]);
    expect(kept.size).toBe(0);
  });

  it("keeps the newest hundred of two days while there is no connection", async () => {
    browser.onLine = false;
    const out = outbox("/v1/events", "queue");
    out.add(event("old", new Date(NOW.getTime() - 2 * 86_400_000)));
    for (let i = 0; i < 120; i++) out.add(event(`e${i}`));
    await pass(1);
    expect(sent()).toEqual([]);
    expect(waiting().length).toBe(100);
    expect(waiting().at(-1)).toBe("e119");
    browser.onLine = true;
    listeners.get("online")!();
    await pass(1);
    expect(sent().flat()).toEqual(Array.from({ length: 100 }, (_, i) => `e${i + 20}`));
    expect(kept.size).toBe(0);
    kept.set("queue", JSON.stringify([event("old", new Date(NOW.getTime() - 2 * 86_400_000))]));
    out.flush();
    await pass(1);
    expect(sent().flat()).not.toContain("old");
  });

  it("gives what waits to the browser when the page is left, or keeps it", async () => {
    const out = outbox("/v1/events", "queue");
    out.add(event("a"));
    out.leave();
    expect(browser.sendBeacon).toHaveBeenCalledOnce();
    browser.sendBeacon.mockReturnValue(false);
    out.add(event("b"));
    out.leave();
    expect(waiting()).toEqual(["b"]);
    await pass(1);
    expect(sent()).toEqual([["b"]]);
  });
});
