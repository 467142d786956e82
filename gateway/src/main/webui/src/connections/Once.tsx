import { Copy } from "../form/Copy";
import form from "../form/Form.module.css";
import type { Source } from "./types";

interface Props {
  source: Source;
  webhookUrl: string;
  secret: string | null;
}

/** What to enter at the source. The secret is shown here and never again. */
export function Once({ source, webhookUrl, secret }: Props) {
  return (
    <>
      {source.steps && <p>{source.steps}</p>}
      {source.steps && <Copy label="The address" text={webhookUrl} />}
      {secret !== null && (
        <div className={form.once} role="status">
          <p>
            <strong>The secret is shown this once.</strong> Copy it now; if it gets lost, make another one.
          </p>
          <Copy label="The secret" text={secret} />
        </div>
      )}
      {secret === null && source.secret === "theirs" && (
        <p className="quiet">When the source has shown you its secret, open the connection and bring it.</p>
      )}
      {!source.steps && <p>Nothing is left to do: it is asked within the next minutes.</p>}
    </>
  );
}
