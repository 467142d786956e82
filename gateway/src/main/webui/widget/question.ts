import { h } from "./element";
import type { Answer, Offer, Question } from "./offer";

export interface Field {
  element: HTMLElement;
  read: () => Answer | undefined;
}

const MOST_POINTS = 11;

/** A question as it stands in the card; `id` is there once in it. */
export function field(question: Question, id: string, words: Offer["words"]): Field {
  const { type, text, scale } = question;
  if (type === "text" || type === "comment") {
    const input = h("textarea", { id, rows: 3, maxlength: 10000 }) as HTMLTextAreaElement;
    return { element: labelled(id, text ?? words.comment, input), read: () => input.value.trim() || undefined };
  }
  if (scale && scale.max - scale.min >= MOST_POINTS) {
    const input = h("input", { id, type: "number", min: scale.min, max: scale.max }) as HTMLInputElement;
    const read = () => (input.value !== "" && input.validity.valid ? input.valueAsNumber : undefined);
    return { element: labelled(id, text ?? "", input), read };
  }
  return scale ? points(question, id) : choices(question, id, words);
}

function labelled(id: string, text: string, input: HTMLElement): HTMLElement {
  return h("div", { class: "q" }, h("label", { for: id }, text), input);
}

function points({ text, scale, labels }: Question, id: string): Field {
  const { min, max } = scale!;
  const all = Array.from({ length: max - min + 1 }, (_, i) => option(`${id}-${i}`, id, "radio", String(min + i), String(min + i), "point"));
  const ends = labels && (labels.low || labels.high);
  const element = h(
    "fieldset",
    { "aria-describedby": ends ? `${id}-ends` : undefined },
    h("legend", {}, text ?? ""),
    h("div", { class: "points" }, ...all.map(([row]) => row)),
  );
  if (ends) {
    element.append(h("p", { class: "ends", id: `${id}-ends` }, h("span", {}, labels.low ?? ""), h("span", {}, labels.high ?? "")));
  }
  return { element, read: () => chosen(all).map(Number)[0] };
}

function choices({ type, text, options }: Question, id: string, words: Offer["words"]): Field {
  const yesNo = type === "boolean";
  const given = yesNo
    ? [
        { value: "true", text: words.yes },
        { value: "false", text: words.no },
      ]
    : options;
  const many = type === "choices";
  const all = given.map((one, i) => option(`${id}-${i}`, id, many ? "checkbox" : "radio", one.value, one.text, "choice"));
  const read = () => {
    const values = chosen(all);
    if (many) {
      return values.length ? values : undefined;
    }
    return yesNo && values.length ? values[0] === "true" : values[0];
  };
  return { element: h("fieldset", {}, h("legend", {}, text ?? ""), ...all.map(([row]) => row)), read };
}

type Option = [row: HTMLElement, input: HTMLInputElement];

function option(id: string, name: string, type: string, value: string, text: string, kind: string): Option {
  const input = h("input", { id, name, type, value }) as HTMLInputElement;
  return [h("div", { class: kind }, input, h("label", { for: id }, text)), input];
}

function chosen(options: Option[]): string[] {
  return options.filter(([, input]) => input.checked).map(([, input]) => input.value);
}
