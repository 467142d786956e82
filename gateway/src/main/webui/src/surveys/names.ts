import type { Survey } from "../api/surveys";

/** The languages whose words on the form are ours; a survey may name others. */
export const LANGUAGES: readonly (readonly [string, string])[] = [
  ["en", "English"],
  ["de", "German"],
  ["fr", "French"],
  ["es", "Spanish"],
  ["it", "Italian"],
  ["nl", "Dutch"],
  ["pt", "Portuguese"],
];

const TYPES: Record<Survey["type"], string> = {
  nps: "Would they recommend you (NPS)",
  csat: "How content they are (CSAT)",
  ces: "How much effort they had (CES)",
  custom: "Your own questions",
};

/** What a survey measures; for effort, which way it asks. */
export function sayType({ type, scale }: Pick<Survey, "type" | "scale">): string {
  if (type !== "ces") return TYPES[type];
  return scale?.good === "high" ? "How easy it was (CES)" : TYPES.ces;
}

/** What is asked first. */
export function questionOf({ question, questions }: Pick<Survey, "question" | "questions">): string {
  return question?.trim() || questions[0]?.text || "";
}

export function sayLanguage(tag: string): string {
  return LANGUAGES.find(([known]) => known === tag)?.[1] ?? tag;
}
