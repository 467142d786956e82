import { type FormEvent, useState } from "react";
import { type Item, reply } from "../api/inbox";
import form from "../form/Form.module.css";
import { SelectField } from "../form/SelectField";
import { TextField } from "../form/TextField";
import { Trouble } from "../form/Trouble";
import styles from "./Inbox.module.css";
import { useDeed, useTemplates } from "./queries";
import { filled } from "./template";

interface Props {
  item: Item;
  me: string | null;
  done: () => void;
  cancel: (() => void) | null;
}

/** Written anew, or from a template that can be changed before it is kept. */
export function ReplyForm({ item, me, done, cancel }: Props) {
  const [text, setText] = useState(item.reply?.text ?? "");
  const [author, setAuthor] = useState(item.reply?.author ?? me ?? "");
  const [templateId, setTemplateId] = useState("");
  const templates = useTemplates().data ?? [];
  const keep = useDeed(
    () => reply({ source: item.source, id: item.id }, { text, author: author.trim() || null, templateId: templateId || null }),
    done,
  );

  function choose(id: string) {
    setTemplateId(id);
    const template = templates.find((one) => one.id === id);
    if (template) setText(filled(template.text, item));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    keep.mutate(undefined);
  }

  return (
    <form onSubmit={submit} className={form.form}>
      {templates.length > 0 && (
        <SelectField
          label="Template"
          value={templateId}
          of={[["", "none"], ...templates.map(({ id, name }) => [id, name] as const)]}
          change={choose}
        />
      )}
      <TextField
        label="What you answer"
        value={text}
        change={setText}
        rows={5}
        required
        maxLength={10_000}
        help="It is kept here. Post it where the customer wrote, and then mark it as posted."
      />
      <TextField label="Signed" value={author} change={setAuthor} maxLength={200} autoComplete="name" />
      <div className={styles.actions}>
        <button type="submit" className="primary" disabled={keep.isPending}>
          {keep.isPending ? "One moment …" : "Keep the answer"}
        </button>
        {cancel && (
          <button type="button" onClick={cancel}>
            Leave it as it was
          </button>
        )}
      </div>
      <Trouble error={keep.error} />
    </form>
  );
}
