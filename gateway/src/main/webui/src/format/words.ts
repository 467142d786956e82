import type { Figure } from "../api/metric";

const REASONS: Record<string, string> = {
  no_data: "Nothing was reported in this period.",
  immature: "It is too early to tell.",
  no_spend: "No spend is recorded.",
  nothing_spent: "Nothing was spent, so there is nothing to compare with.",
  no_rate: "What was spent is in currencies without a rate.",
  no_new_customers: "Nobody became a customer in this period.",
  no_churn: "Nobody stopped in this period, so how long customers stay isn't known.",
  no_margin: "Nothing is left of what a customer brings in to pay that back.",
  removed: "What this needs has been removed, as it is older than events are kept.",
  two_wordings: "Some were asked how hard it was and others how easy: no number spans both.",
};

const SAMPLES: Record<string, string> = {
  average_rating: "ratings",
  nps: "survey answers",
  bounce_rate: "visits",
  sentiment_score: "texts",
  sentiment_share: "texts",
};

const NAMES: Record<string, string> = {
  "(other)": "All others",
  in_store: "In store",
  utm_source: "campaign source",
  utm_medium: "campaign medium",
  utm_campaign: "campaign",
  traffic_channel: "where they came from",
  nps: "NPS",
};

/** Why there is no number. */
export function sayReason(figure: Figure): string {
  const { reason } = figure;
  if (!reason) return "There is no number for this period.";
  return REASONS[reason] ?? `There is no number: ${reason.replaceAll("_", " ")}.`;
}

/** What a figure rests on: "22 ratings". */
export function saySample(metric: string, n: number): string {
  const noun = SAMPLES[metric] ?? "counted";
  return `${n.toLocaleString("en-IE")} ${n === 1 ? noun.replace(/s$/, "") : noun}`;
}

/** A key that machines use, as people read it. */
export function sayKey(key: string | null): string {
  if (key === null || key === "") return "Not stated";
  if (key.startsWith("survey:")) return "Survey";
  if (key.startsWith("/")) return key;
  const words = NAMES[key] ?? key.replace(/[_-]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Parts that can be missing, in the owner's words with the operator's name. */
export function sayPart(part: string, names: Map<string, string>): string {
  const PARTS: Record<string, string> = {
    "metrics-service": "The figures",
    "feedback-service": "Customers' words",
    "sentiment-service": "How words sound",
  };
  return names.get(part) ?? (PARTS[part] ? `${PARTS[part]} (${part})` : part);
}

/** An aspect and how it is spoken of: "Waiting time, negative". */
export function sayMention(mention: string): string {
  const [aspect, label] = mention.split(":");
  return label ? `${sayKey(aspect!)}, ${label}` : sayKey(mention);
}
