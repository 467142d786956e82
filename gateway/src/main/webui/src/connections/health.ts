import type { Connection, Delivery } from "../api/connections";

const STATUS: Record<Connection["health"]["status"], string> = {
  new: "Nothing has come yet",
  ok: "Works",
  failing: "Fails",
  secret_missing: "Waits for its secret",
};

export function sayStatus(status: Connection["health"]["status"]): string {
  return STATUS[status] ?? status;
}

const OUTCOMES: Record<Delivery["outcome"], string> = {
  received: "Waiting",
  processed: "Taken in",
  duplicate: "Known already",
  failed: "Failed",
  rejected: "Refused",
  tested: "A try-out",
};

export function sayOutcome(outcome: Delivery["outcome"]): string {
  return OUTCOMES[outcome] ?? outcome;
}

/** What can be tried once more: it came, but nothing could be made of it. */
export function mayBeReplayed({ outcome }: Pick<Delivery, "outcome">): boolean {
  return outcome === "failed";
}
