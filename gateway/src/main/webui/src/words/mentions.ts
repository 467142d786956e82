import type { Schemas } from "../api/client";

type Reading = Schemas["FeedbackItem"]["reading"];

export interface Mention {
  name: string;
  /** How it sounds; null for what is felt. */
  label: "positive" | "neutral" | "negative" | null;
}

const MOST_EMOTIONS = 2;

/** What the text is about, each way that it is spoken of once, and what it feels most. */
export function mentionsOf(reading: Pick<NonNullable<Reading>, "aspects" | "emotions"> | null): Mention[] {
  const aspects = (reading?.aspects ?? []).map(({ category, label }) => ({ name: category, label }));
  const emotions = (reading?.emotions ?? []).slice(0, MOST_EMOTIONS).map(({ emotion }) => ({ name: emotion, label: null }));
  const seen = new Set<string>();
  return [...aspects, ...emotions].filter(({ name, label }) => {
    const key = `${name} ${label}`;
    return !seen.has(key) && seen.add(key).has(key);
  });
}
