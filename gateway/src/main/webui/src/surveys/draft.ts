import type { Survey, SurveyDraft } from "../api/surveys";

export type Asked = "nps" | "csat" | "ces_hard" | "ces_easy" | "custom";
export type FollowUpType = "text" | "rating" | "choice" | "choices" | "boolean" | "nps";
export type After = "always" | "low" | "high";

/** A question beside the first, as the form has it. */
export interface Further {
  type: FollowUpType;
  text: string;
  /** One a line. */
  options: string;
  after: After;
  /** Its text in the other languages. */
  translations: Record<string, string>;
}

export interface Draft {
  name: string;
  asked: Asked;
  question: string;
  further: Further[];
  languages: string[];
  /** The question in the other languages. */
  translations: Record<string, string>;
  thanks: string;
  colour: string;
  quietDays: string;
  onPages: boolean;
}

export const ASKED: readonly (readonly [Asked, string])[] = [
  ["nps", "Would they recommend you (NPS, 0 to 10)"],
  ["csat", "How content they were (CSAT, 1 to 5)"],
  ["ces_hard", "How much effort it was (CES, 1 is little, 7 much)"],
  ["ces_easy", "How easy it was (CES, 1 is hard, 7 easy)"],
  ["custom", "Only questions of your own"],
];

export const USUAL: Record<Asked, string> = {
  nps: "How likely are you to recommend us to a friend?",
  csat: "How content were you with us?",
  ces_hard: "How much effort did it take you?",
  ces_easy: "How easy was it to get what you came for?",
  custom: "",
};

export const TYPES: readonly (readonly [FollowUpType, string])[] = [
  ["text", "in their own words"],
  ["rating", "1 to 5"],
  ["nps", "0 to 10"],
  ["choice", "one of several"],
  ["choices", "some of several"],
  ["boolean", "yes or no"],
];

/** Which scores are the unhappy and the happy ones, as questions that follow are asked after them. */
const SCORES: Record<Exclude<Asked, "custom">, { low: Bounds; high: Bounds }> = {
  nps: { low: { from: null, to: 6 }, high: { from: 9, to: null } },
  csat: { low: { from: null, to: 2 }, high: { from: 4, to: null } },
  ces_hard: { low: { from: 5, to: null }, high: { from: null, to: 2 } },
  ces_easy: { low: { from: null, to: 3 }, high: { from: 6, to: null } },
};

interface Bounds {
  from: number | null;
  to: number | null;
}

export const NEW: Draft = {
  name: "",
  asked: "nps",
  question: USUAL.nps,
  further: [],
  languages: ["en"],
  translations: {},
  thanks: "",
  colour: "",
  quietDays: "30",
  onPages: false,
};

export const FURTHER: Further = { type: "text", text: "", options: "", after: "always", translations: {} };

/** Another first question: its usual words come with it, unless they were changed. */
export function asking(draft: Draft, asked: Asked): Draft {
  const usual = draft.question.trim() === "" || draft.question === USUAL[draft.asked];
  const further = asked === "custom" ? draft.further.map((one) => ({ ...one, after: "always" as const })) : draft.further;
  return { ...draft, asked, further, question: usual ? USUAL[asked] : draft.question };
}

/** The survey as the API takes it. */
export function bodyOf(draft: Draft): SurveyDraft {
  const { asked, further, languages } = draft;
  const type: Survey["type"] = asked === "ces_hard" || asked === "ces_easy" ? "ces" : asked;
  const others = languages.slice(1);
  return {
    name: draft.name.trim(),
    type,
    ...(asked === "ces_easy" ? { scale: { min: 1, max: 7, good: "high" as const } } : {}),
    ...(asked === "custom" ? {} : { question: draft.question.trim() }),
    questions: further.map((one, index) => questionOf(one, index, asked)),
    languages,
    ...(others.length === 0 ? {} : { translations: Object.fromEntries(others.map((tag) => [tag, translation(draft, tag)])) as never }),
    ...(draft.thanks.trim() ? { thanks: draft.thanks.trim() } : {}),
    ...(draft.colour ? { theme: { colour: draft.colour, logoText: null } } : {}),
    quietDays: Number(draft.quietDays),
    ...(draft.onPages ? { widget: { pages: ["*"], delaySeconds: 5, scrollPercent: null, onExit: false, event: null, share: 1 } } : {}),
  };
}

function questionOf({ type, text, options, after }: Further, index: number, asked: Asked) {
  const chooses = type === "choice" || type === "choices";
  return {
    id: `q${index + 1}`,
    type,
    text: text.trim(),
    options: chooses ? linesOf(options) : [],
    scale: null,
    labels: null,
    showIf: after === "always" || asked === "custom" ? null : SCORES[asked][after],
  };
}

function translation({ asked, translations, further }: Draft, tag: string) {
  const questions = further.flatMap(({ translations: texts }, index) =>
    texts[tag]?.trim() ? [[`q${index + 1}`, { text: texts[tag].trim(), options: null, labels: null }]] : [],
  );
  return {
    question: asked === "custom" ? null : translations[tag]?.trim() || null,
    labels: null,
    thanks: null,
    questions: questions.length === 0 ? null : Object.fromEntries(questions),
  };
}

function linesOf(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()).filter((line) => line !== ""))];
}
