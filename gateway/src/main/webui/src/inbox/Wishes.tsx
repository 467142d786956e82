import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { setAspects } from "../api/client";
import form from "../form/Form.module.css";
import { TextField } from "../form/TextField";
import { Trouble } from "../form/Trouble";
import { Sheet } from "../shell/Sheet";
import { go } from "../shell/address";
import styles from "./Inbox.module.css";
import { type Line, type Wish, linesOf, wishesOf } from "./wishes";

const NEW: Line = { name: "", words: "" };

/** What every text is looked through for, beside what all are. */
export function Wishes({ business }: { business: { id: string; aspects: Wish[] } }) {
  const [lines, setLines] = useState<Line[]>([...linesOf(business.aspects), ...(business.aspects.length === 0 ? [NEW] : [])]);
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: () => setAspects(business.id, wishesOf(lines)),
    onSuccess: () => client.invalidateQueries({ queryKey: ["business", business.id] }),
  });
  const change = (index: number, changes: Partial<Line>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...changes } : line)));

  function submit(event: FormEvent) {
    event.preventDefault();
    keep.mutate();
  }

  return (
    <Sheet title="What you want to hear about" close={() => go({ panel: null })}>
      <p className="quiet">
        Every text is looked through for staff, price, waiting time and the like. Add what is your own: your products, your places,
        your campaigns. The newest 10,000 texts are read again after a change.
      </p>
      <form onSubmit={submit} className={form.form}>
        {lines.map((line, index) => (
          <fieldset key={index} className={form.group}>
            <legend className="hidden">{line.name || "A new one"}</legend>
            <div className={form.row}>
              <TextField label="Name" value={line.name} change={(name) => change(index, { name })} required maxLength={40} placeholder="sourdough" />
              <TextField
                label="Words that tell of it"
                value={line.words}
                change={(words) => change(index, { words })}
                required
                maxLength={2_000}
                placeholder="sourdough, rye bread"
              />
            </div>
            <div className={styles.actions}>
              <button type="button" onClick={() => setLines(lines.filter((_, at) => at !== index))}>
                Leave it out<span className="hidden"> ({line.name || "the new one"})</span>
              </button>
            </div>
          </fieldset>
        ))}
        <div className={styles.actions}>
          <button type="button" onClick={() => setLines([...lines, NEW])}>
            Add another
          </button>
          <button type="submit" className="primary" disabled={keep.isPending}>
            {keep.isPending ? "One moment …" : "Keep them"}
          </button>
        </div>
        <Trouble error={keep.error} />
        {keep.isSuccess && <p role="status">They are kept.</p>}
      </form>
    </Sheet>
  );
}
