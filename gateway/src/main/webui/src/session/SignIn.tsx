import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Problem, explain } from "../api/problem";
import { Mark } from "../shell/Mark";
import styles from "./SignIn.module.css";
import { signIn } from "./session";

/** For whoever comes without a session: how to get a link, or a key in place of it. */
export function SignIn() {
  const [key, setKey] = useState("");
  const client = useQueryClient();
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: () => client.resetQueries(),
  });
  const expired = new URLSearchParams(window.location.search).get("link") === "expired";

  function submit(event: FormEvent) {
    event.preventDefault();
    enter.mutate(key.trim());
  }

  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <p className={styles.brand}>
          <Mark /> Rapport
        </p>
        <h1>How is your business doing?</h1>
        {expired && (
          <p role="alert" className={styles.alert}>
            This link has been used or is too old: a link opens the page once, within ten minutes. Get a new one.
          </p>
        )}
        <p>
          Open the link that <code>./rapport up</code> printed. For a new one, run <code>./rapport open</code> on the
          computer on which Rapport runs. The link works once.
        </p>
        <form onSubmit={submit}>
          <label htmlFor="key">Or sign in with a secret key</label>
          <div className={styles.row}>
            <input
              id="key"
              type="password"
              autoComplete="off"
              spellCheck={false}
              required
              placeholder="sk_…"
              value={key}
              onChange={(event) => setKey(event.target.value)}
              aria-describedby="key-help"
              aria-invalid={enter.isError}
            />
            <button type="submit" className="primary" disabled={enter.isPending}>
              {enter.isPending ? "Signing in …" : "Sign in"}
            </button>
          </div>
          <p id="key-help" className={styles.help}>
            It is in <code>.rapport/keys.json</code>. The key is not kept in this browser.
          </p>
          {enter.isError && (
            <p role="alert" className={styles.alert}>
              {refusal(enter.error)}
            </p>
          )}
        </form>
      </div>
    </main>
  );
}

function refusal(error: unknown): string {
  const unknown = error instanceof Problem && (error.status === 401 || error.status === 400);
  return unknown ? "This key is not known. Check that it was copied whole." : explain(error);
}
