import { type FormEvent, useState } from "react";
import { type Template, keepTemplate } from "../api/inbox";
import form from "../form/Form.module.css";
import { TextField } from "../form/TextField";
import { Trouble } from "../form/Trouble";
import styles from "./Inbox.module.css";
import { useDeed } from "./queries";

interface Props {
  /** The one that is changed; null for a new one. */
  template: Template | null;
  done: () => void;
}

export function TemplateForm({ template, done }: Props) {
  const [name, setName] = useState(template?.name ?? "");
  const [text, setText] = useState(template?.text ?? "");
  const keep = useDeed(
    () => keepTemplate(template?.id ?? null, { name, text, language: template?.language ?? null }),
    () => {
      setName("");
      setText("");
      done();
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    keep.mutate(undefined);
  }

  return (
    <section aria-labelledby="template">
      <h3 id="template">{template ? `Change “${template.name}”` : "A new one"}</h3>
      <form onSubmit={submit} className={form.form}>
        <TextField label="Name" value={name} change={setName} required maxLength={100} />
        <TextField
          label="Text"
          value={text}
          change={setText}
          rows={6}
          required
          maxLength={10_000}
          help="{author}, {product} and {location} are filled in; {author|there} says “there” where no name is known."
        />
        <div className={styles.actions}>
          <button type="submit" className="primary" disabled={keep.isPending}>
            {template ? "Keep the change" : "Keep the template"}
          </button>
          {template && (
            <button type="button" onClick={done}>
              Leave it as it was
            </button>
          )}
        </div>
        <Trouble error={keep.error} />
      </form>
    </section>
  );
}
