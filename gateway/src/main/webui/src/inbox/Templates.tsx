import { useState } from "react";
import { type Template, removeTemplate } from "../api/inbox";
import { explain } from "../api/problem";
import { Sure } from "../form/Sure";
import { Trouble } from "../form/Trouble";
import { Failure } from "../shell/Failure";
import { Sheet } from "../shell/Sheet";
import { go } from "../shell/address";
import styles from "./Inbox.module.css";
import { TemplateForm } from "./TemplateForm";
import { useDeed, useTemplates } from "./queries";

/** What is answered often, written once. */
export function Templates() {
  const templates = useTemplates();
  const [changing, setChanging] = useState<Template | null>(null);
  const remove = useDeed(removeTemplate);
  return (
    <Sheet title="Reply templates" close={() => go({ panel: null })}>
      {templates.isError ? (
        <Failure title="They can't be shown just now" detail={explain(templates.error)} retry={() => void templates.refetch()} />
      ) : (
        <section aria-labelledby="templates">
          <h3 id="templates">Those there are</h3>
          {templates.data?.length === 0 && <p className="quiet">There is none yet. What you answer often is worth writing once.</p>}
          <ul className={styles.notes}>
            {templates.data?.map((template) => (
              <li key={template.id}>
                <p dir="auto">
                  <strong>{template.name}</strong>
                  <br />
                  {template.text}
                </p>
                <span className={styles.actions}>
                  <button type="button" onClick={() => setChanging(template)}>
                    Change<span className="hidden"> {template.name}</span>
                  </button>
                  <Sure name="Delete" of={template.name} act={() => remove.mutate(template.id)} busy={remove.isPending} />
                </span>
              </li>
            ))}
          </ul>
          <Trouble error={remove.error} />
        </section>
      )}
      <TemplateForm key={changing?.id ?? "new"} template={changing} done={() => setChanging(null)} />
    </Sheet>
  );
}
