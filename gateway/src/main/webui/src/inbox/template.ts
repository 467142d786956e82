import type { Item } from "../api/inbox";

const BLANK = /\{(author|product|location)(?:\|([^{}|]*))?\}/g;

/** A template with what it leaves blank filled in, as the API does it. */
export function filled(template: string, { author, product, location }: Pick<Item, "author" | "product" | "location">): string {
  const told: Record<string, string | null | undefined> = { author: author?.name, product, location };
  return template.replace(BLANK, (_, name: string, otherwise: string | undefined) => told[name]?.trim() || (otherwise ?? ""));
}
