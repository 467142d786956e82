const TONES: Record<string, string> = {
  positive: "var(--positive)",
  neutral: "var(--mid)",
  negative: "var(--negative)",
};
const OTHERS = ["var(--chart)", "var(--mid)", "var(--muted)"];

export function toneOf(key: string): string {
  return TONES[key] ?? OTHERS[key.length % OTHERS.length] ?? "var(--mid)";
}
