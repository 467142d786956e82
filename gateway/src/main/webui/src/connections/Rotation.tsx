import { type FormEvent, useState } from "react";
import { type Connection, rotate } from "../api/connections";
import { Copy } from "../form/Copy";
import form from "../form/Form.module.css";
import { SelectField } from "../form/SelectField";
import { TextField } from "../form/TextField";
import { Trouble } from "../form/Trouble";
import { sayMoment } from "../format/date";
import styles from "./Connections.module.css";
import { useConnectionDeed } from "./queries";

interface Props {
  connection: Connection;
  timeZone: string;
  /** Whether the source makes the secret, and we are told. */
  theirs: boolean;
}

const OVERLAPS = [
  ["24", "for a day"],
  ["168", "for a week"],
  ["0", "not at all"],
] as const;

/** Another secret without loss: for a while both are good. */
export function Rotation({ connection: { id, secretSet, previousSecretValidUntil }, timeZone, theirs }: Props) {
  const [secret, setSecret] = useState("");
  const [overlap, setOverlap] = useState<(typeof OVERLAPS)[number][0]>("24");
  const turn = useConnectionDeed(
    () => rotate(id, { ...(theirs ? { secret: secret.trim() } : {}), overlapHours: Number(overlap) }),
    () => setSecret(""),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    turn.mutate(undefined);
  }

  return (
    <section aria-labelledby="secret">
      <h3 id="secret">{secretSet ? "Change the secret" : "Bring the secret"}</h3>
      {previousSecretValidUntil && (
        <p className="quiet">The one before is good until {sayMoment(previousSecretValidUntil, timeZone)}, too.</p>
      )}
      <form onSubmit={submit} className={form.form}>
        {theirs && (
          <TextField label="The secret that the source shows" value={secret} change={setSecret} required maxLength={500} type="password" autoComplete="off" />
        )}
        {secretSet && <SelectField label="The one before stays good" value={overlap} of={OVERLAPS} change={setOverlap} />}
        <div className={styles.actions}>
          <button type="submit" disabled={turn.isPending}>
            {turn.isPending ? "One moment …" : theirs ? "Keep it" : "Make another one"}
          </button>
        </div>
        <Trouble error={turn.error} />
      </form>
      {turn.data && theirs && <p role="status">It is kept.</p>}
      {turn.data && !theirs && (
        <div className={form.once} role="status">
          <p>
            <strong>The new secret is shown this once.</strong> Enter it at the source now.
          </p>
          <Copy label="The new secret" text={turn.data.secret} />
        </div>
      )}
    </section>
  );
}
