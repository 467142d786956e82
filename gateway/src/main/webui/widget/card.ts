import { h } from "./element";
import { type Answers, type Offer, score, steps } from "./offer";
import { field } from "./question";
import { style } from "./style";

/** What becomes of a survey that is shown. */
export interface Told {
  started: () => void;
  saved: (answers: Answers, complete: boolean) => void;
}

/** Shows the survey in a corner of the page, within a shadow tree of its own, until it is answered or closed. */
export function show({ survey, words, colour, onColour }: Offer, told: Told): void {
  const before = document.activeElement as HTMLElement | null;
  const card = h("section", { class: "card", role: "dialog", tabindex: -1, lang: survey.language, "aria-labelledby": "title" });
  const host = h("div", { "data-rapport-survey": survey.id });
  const root = host.attachShadow({ mode: "open" });
  dress(root, style(colour, onColour));
  root.append(card);
  const answers: Answers = new Map();

  const close = () => {
    document.removeEventListener("keydown", onKey);
    const inside = !!root.activeElement;
    host.remove();
    if (inside) {
      before?.focus();
    }
  };
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && close();

  const closing = () => {
    const button = h("button", { class: "close", type: "button", "aria-label": words.close }, h("span", { "aria-hidden": "true" }, "\u00d7"));
    button.addEventListener("click", close);
    return button;
  };

  const step = (at: number, move: boolean) => {
    const fields = steps(survey.questions, score(answers))[at]!.map((question, i) => ({ question, ...field(question, `q${at}-${i}`, words) }));
    const last = () => at + 1 >= steps(survey.questions, score(answers)).length;
    const first = fields[0]!.element.querySelector("legend, label");
    first?.setAttribute("id", "title");
    const wrong = h("p", { class: "wrong", role: "alert" });
    const sure = at > 0 || steps(survey.questions, undefined).length === 1;
    const button = h("button", { type: "submit" }, sure && !survey.questions.some(({ showIf }) => showIf && !at) ? words.send : words.next);
    const form = h("form", { novalidate: true }, ...fields.map(({ element }) => element), wrong, button);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      for (const { question, read } of fields) {
        const answer = read();
        if (answer === undefined) {
          answers.delete(question);
        } else {
          answers.set(question, answer);
        }
      }
      if (fields.some(({ question }) => question.scored && !answers.has(question))) {
        wrong.textContent = words.required;
        return;
      }
      const complete = last();
      if (answers.size) {
        told.saved(answers, complete);
      }
      if (complete) {
        thank();
      } else {
        step(at + 1, true);
      }
    });
    card.replaceChildren(closing(), form);
    if (move) {
      card.querySelector<HTMLElement>("input, textarea")?.focus();
    }
  };

  const thank = () => {
    card.replaceChildren(closing(), h("p", { id: "title", role: "status" }, survey.thanks ?? words.thanks));
    card.querySelector("button")!.focus();
  };

  step(0, false);
  card.addEventListener("input", told.started, { once: true });
  document.addEventListener("keydown", onKey);
  document.body.append(host);
  // Whoever is in the midst of something is left there; the card comes next in the order of the page.
  if (!before || before === document.body) {
    card.focus();
  }
}

/** By a sheet that the page's own policy has no say in; where there are none such, by an element. */
function dress(root: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(h("style", {}, text));
  }
}
