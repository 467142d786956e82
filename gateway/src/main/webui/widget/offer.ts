/** What `POST /v1/surveys/offers` answers, as far as the widget reads it. */
export interface Offer {
  survey: { id: string; version: number; language: string; questions: Question[]; thanks: string | null };
  widget: {
    delaySeconds: number | null;
    scrollPercent: number | null;
    onExit: boolean;
    event: string | null;
    share: number;
  };
  quietDays: number;
  colour: string;
  onColour: string;
  words: Record<"next" | "send" | "comment" | "required" | "thanks" | "yes" | "no" | "close", string>;
}

export interface Question {
  name: string;
  questionId: string | null;
  type: string;
  text: string | null;
  options: { value: string; text: string }[];
  scale: { min: number; max: number } | null;
  labels: { low: string | null; high: string | null } | null;
  showIf: { from: number | null; to: number | null } | null;
  scored: boolean;
}

export type Answer = number | string | boolean | string[];
export type Answers = Map<Question, Answer>;

/** The score given so far. */
export function score(answers: Answers): number | undefined {
  for (const [question, answer] of answers) {
    if (question.scored) {
      return answer as number;
    }
  }
  return undefined;
}

/** Whether it is asked after this score. */
export function follows({ showIf }: Question, given: number | undefined): boolean {
  return !showIf || (given !== undefined && given >= (showIf.from ?? given) && given <= (showIf.to ?? given));
}

/** The questions of the first step: up to the score; and those of the second, which may depend on it. */
export function steps(questions: Question[], given: number | undefined): Question[][] {
  const end = questions.findIndex(({ scored }) => scored) + 1 || questions.length;
  const rest = questions.slice(end).filter((question) => follows(question, given));
  return rest.length ? [questions.slice(0, end), rest] : [questions.slice(0, end)];
}

/** The answers as `POST /v1/surveys/{id}/responses` takes them. */
export function body(answers: Answers): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const list: unknown[] = [];
  for (const [{ name, questionId }, value] of answers) {
    if (questionId === null) {
      body[name] = value;
    } else {
      list.push({ questionId, value });
    }
  }
  return { ...body, answers: list };
}
