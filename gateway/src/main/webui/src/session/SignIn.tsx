import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Problem, explain } from "../api/problem";
import { EMAIL, Field, PASSWORD } from "./Field";
import { OtherWays } from "./OtherWays";
import styles from "./SignIn.module.css";
import { Welcome } from "./Welcome";
import { signIn } from "./session";

/** For whoever comes without a session. */
export function SignIn() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const client = useQueryClient();
  const enter = useMutation({
    mutationFn: (ownerId: string | null) => signIn(email.trim(), password, ownerId),
    onSuccess: (choice) => (choice.length === 0 ? client.resetQueries() : undefined),
  });
  const expired = new URLSearchParams(window.location.search).get("link") === "expired";

  function submit(event: FormEvent) {
    event.preventDefault();
    enter.mutate(null);
  }

  return (
    <Welcome title="How is your business doing?">
      {expired && (
        <p role="alert" className={styles.alert}>
          This link has been used or is too old: a link opens the page once, within ten minutes. Get a new one.
        </p>
      )}
      <form onSubmit={submit}>
        <Field label="E-mail address" value={email} change={setEmail} {...EMAIL} />
        <Field label="Password" value={password} change={setPassword} {...PASSWORD} />
        <button type="submit" className="primary" disabled={enter.isPending}>
          {enter.isPending ? "Signing in …" : "Sign in"}
        </button>
        {enter.isError && (
          <p role="alert" className={styles.alert}>
            {refusal(enter.error)}
          </p>
        )}
      </form>
      {enter.data && enter.data.length > 0 && (
        <div role="alert" className={styles.choice}>
          <p>Where to?</p>
          {enter.data.map(({ id, name }) => (
            <button key={id} type="button" onClick={() => enter.mutate(id)}>
              {name}
            </button>
          ))}
        </div>
      )}
      <OtherWays open={expired} />
    </Welcome>
  );
}

function refusal(error: unknown): string {
  if (!(error instanceof Problem)) return explain(error);
  if (error.status === 401 || error.status === 400) {
    return "E-mail address and password don't fit. Forgot it? Whoever invited you can give you a new link.";
  }
  return error.status === 429 ? "Too many attempts. Wait a quarter of an hour, or ask for a new link." : explain(error);
}
