export interface Wish {
  category: string;
  words: string[];
}

/** A row of the form: the name and its words as they are typed. */
export interface Line {
  name: string;
  words: string;
}

export function linesOf(wishes: Wish[]): Line[] {
  return wishes.map(({ category, words }) => ({ name: category.replaceAll("_", " "), words: words.join(", ") }));
}

/** As the API takes them; a line without a name is left out. */
export function wishesOf(lines: Line[]): Wish[] {
  return lines
    .map(({ name, words }) => ({
      category: name.trim().toLowerCase().replace(/[\s-]+/g, "_"),
      words: [...new Set(words.split(",").map((word) => word.trim()).filter((word) => word !== ""))],
    }))
    .filter(({ category }) => category !== "");
}
