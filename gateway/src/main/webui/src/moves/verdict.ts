import type { MetricResult } from "../api/metric";
import type { Move } from "./moves";

/** The period in a sentence: what an owner wants to know before any number. */
export function verdictOn(moves: Move[]): string {
  const certain = moves.filter((move) => !move.shift.chance);
  const better = certain.some((move) => move.shift.verdict === "better");
  const worse = certain.some((move) => move.shift.verdict === "worse");
  if (better && worse) return "Some of it got better, some worse";
  if (better) return "It got better";
  if (worse) return "Some of it got worse";
  return certain.length > 0 ? "Something moved" : "Much as before";
}

/** Something to do about it: a metric to look into, or words to read. */
export interface Step {
  text: string;
  metric: string | null;
}

const MOST = 3;

/** What got worse first; then the words, which say why; then what rests on too little to be sure of. */
export function stepsAfter(moves: Move[], vitals: MetricResult[]): Step[] {
  const worse = moves.filter(({ shift }) => !shift.chance && shift.verdict === "worse");
  const steps: Step[] = worse.map(({ metric, shift }) => ({
    text: `See where ${metric.name} ${shift.direction === "up" ? "rose" : "fell"}`,
    metric: metric.id,
  }));
  steps.push({ text: "Read what people criticise", metric: null });
  const rough = vitals.find(({ metric, total }) => ASKED[metric.id] && total.reliability === "low" && total.n > 0);
  if (rough) steps.push({ text: ASKED[rough.metric.id]!(rough.total.n), metric: rough.metric.id });
  return steps.slice(0, MOST);
}

const ASKED: Record<string, (n: number) => string> = {
  average_rating: (n) => `Ask more customers for a review: the rating rests on ${n} only`,
  nps: (n) => `Ask more customers whether they would recommend you: only ${n} answered`,
};
