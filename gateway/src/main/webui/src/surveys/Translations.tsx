import { TextField } from "../form/TextField";
import { sayLanguage } from "./names";

interface Props {
  tags: string[];
  texts: Record<string, string>;
  /** What is translated. */
  of: string;
  change: (texts: Record<string, string>) => void;
}

/** A text once more in each of the other languages. */
export function Translations({ tags, texts, of, change }: Props) {
  return tags.map((tag) => (
    <TextField
      key={tag}
      label={`${of}, in ${sayLanguage(tag)}`}
      value={texts[tag] ?? ""}
      change={(text) => change({ ...texts, [tag]: text })}
      maxLength={2_000}
      lang={tag}
    />
  ));
}
