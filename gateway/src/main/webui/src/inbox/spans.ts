export type Sound = "negative" | "neutral" | "positive";

interface Sentence {
  begin: number;
  end: number;
  label: Sound;
}

/** A text in parts, each with how it sounds; null between sentences. Where they don't fit the text, it is one part. */
export function spansOf(text: string, sentences: Sentence[]): { words: string; label: Sound | null }[] {
  const spans: { words: string; label: Sound | null }[] = [];
  let at = 0;
  for (const { begin, end, label } of [...sentences].sort((a, b) => a.begin - b.begin)) {
    if (begin < at || end < begin || end > text.length) return [{ words: text, label: null }];
    if (begin > at) spans.push({ words: text.slice(at, begin), label: null });
    spans.push({ words: text.slice(begin, end), label });
    at = end;
  }
  if (at < text.length) spans.push({ words: text.slice(at), label: null });
  return spans;
}
