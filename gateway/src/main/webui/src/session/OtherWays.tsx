import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Problem, explain } from "../api/problem";
import { Field } from "./Field";
import styles from "./SignIn.module.css";
import { enterWithKey } from "./session";

/** For whoever runs the installation, before anybody has a password. */
export function OtherWays({ open }: { open: boolean }) {
  const [key, setKey] = useState("");
  const client = useQueryClient();
  const enter = useMutation({ mutationFn: enterWithKey, onSuccess: () => client.resetQueries() });

  function submit(event: FormEvent) {
    event.preventDefault();
    enter.mutate(key.trim());
  }

  return (
    <details className={styles.other} open={open}>
      <summary>No password yet?</summary>
      <p>
        Open the link that <code>./rapport up</code> printed. For a new one, run <code>./rapport open</code> on the
        computer on which Rapport runs. The link works once, and the page it opens lets you choose a password.
      </p>
      <form onSubmit={submit}>
        <Field
          label="Or come in with a secret key"
          value={key}
          change={setKey}
          type="password"
          autoComplete="off"
          spellCheck={false}
          required
          placeholder="sk_…"
          help="It is in .rapport/keys.json, and not kept in this browser."
        />
        <button type="submit" disabled={enter.isPending}>
          {enter.isPending ? "One moment …" : "Come in"}
        </button>
        {enter.isError && (
          <p role="alert" className={styles.alert}>
            {refusal(enter.error)}
          </p>
        )}
      </form>
    </details>
  );
}

function refusal(error: unknown): string {
  const unknown = error instanceof Problem && (error.status === 401 || error.status === 400);
  return unknown ? "This key is not known. Check that it was copied whole." : explain(error);
}
