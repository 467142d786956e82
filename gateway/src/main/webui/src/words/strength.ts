import type { Schemas, Label } from "../api/client";

type Item = Pick<Schemas["FeedbackItem"], "rating" | "reading" | "survey" | "text">;

/** What words, stars and answers say together, each from −1 to 1; a text whose stars contradict its words tells less. */
export function toneOfItem({ rating, reading, survey }: Item): number {
  const voices: number[] = [];
  if (typeof reading?.score === "number") voices.push(reading.score);
  if (rating?.stars != null) voices.push((Number(rating.stars) - 3) / 2);
  if (rating?.recommends != null) voices.push(rating.recommends ? 1 : -1);
  const { score, min, max } = survey ?? {};
  if (score != null && min != null && max != null && max > min) {
    const share = ((Number(score) - Number(min)) / (Number(max) - Number(min))) * 2 - 1;
    voices.push(survey?.good === "low" ? -share : share);
  }
  return voices.length === 0 ? 0 : voices.reduce((sum, voice) => sum + voice, 0) / voices.length;
}

/** The most outspoken first; those that give no reason after those that do, and the same words once. */
export function byStrength<T extends Item>(items: T[], label: Label): T[] {
  const way = label === "negative" ? 1 : -1;
  const seen = new Set<string>();
  return items
    .filter(({ text }) => isNew(text, seen))
    .map((item) => ({ item, tone: toneOfItem(item), bare: isBare(item.text) }))
    .sort((a, b) => Number(a.bare) - Number(b.bare) || way * (a.tone - b.tone))
    .map(({ item }) => item);
}

function isNew(text: string | null, seen: Set<string>): boolean {
  const words = text?.trim().toLowerCase() ?? "";
  return words !== "" && !seen.has(words) && seen.add(words).has(words);
}

function isBare(text: string | null): boolean {
  return (text ?? "").trim().split(/\s+/).length < 4;
}
