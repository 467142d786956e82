import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Role, invite } from "../api/client";
import { explain } from "../api/problem";
import { Field } from "../session/Field";
import type { Shown } from "./Link";
import styles from "./People.module.css";

interface Props {
  businessId: string | null;
  done: (invited: Shown) => void;
}

export function Invite({ businessId, done }: Props) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("reader");
  const send = useMutation({
    mutationFn: () => invite({ email: email.trim(), name: null, role, ...(businessId ? { businessId } : {}) }),
    onSuccess: (invited) => {
      setEmail("");
      done(invited);
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate();
  }

  return (
    <form onSubmit={submit} className={styles.form}>
      <h4>Invite somebody</h4>
      <Field label="Their e-mail address" type="email" autoComplete="off" required value={email} change={setEmail} />
      <label className={styles.where}>
        <span>They may</span>
        <select value={role} onChange={(event) => setRole(event.target.value as Role)}>
          <option value="reader">look</option>
          <option value="owner">look, answer, ask, connect and let people in</option>
        </select>
      </label>
      <button type="submit" disabled={send.isPending}>
        {send.isPending ? "One moment …" : "Make a link for them"}
      </button>
      {send.isError && (
        <p role="alert" className={styles.alert}>
          {explain(send.error)}
        </p>
      )}
    </form>
  );
}
