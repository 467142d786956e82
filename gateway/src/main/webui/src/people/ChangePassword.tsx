import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { explain } from "../api/problem";
import { Field, NEW_PASSWORD, PASSWORD, PASSWORD_HELP } from "../session/Field";
import { type Session, changePassword } from "../session/session";
import styles from "./People.module.css";

export function ChangePassword({ person }: { person: NonNullable<Session["person"]> }) {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const change = useMutation({
    mutationFn: () => changePassword(current, password),
    onSuccess: () => {
      setCurrent("");
      setPassword("");
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate();
  }

  return (
    <section aria-labelledby="you">
      <h3 id="you">{person.name ?? "You"}</h3>
      <p className="quiet">
        You are signed in as {person.email}, as {person.role === "owner" ? "an owner" : "a reader"}.
      </p>
      <details className={styles.change}>
        <summary>Change the password</summary>
        <form onSubmit={submit} className={styles.form}>
          <input type="email" autoComplete="username" value={person.email} readOnly hidden />
          <Field label="Present password" value={current} change={setCurrent} {...PASSWORD} />
          <Field label="New password" value={password} change={setPassword} help={PASSWORD_HELP} {...NEW_PASSWORD} />
          <button type="submit" disabled={change.isPending}>
            {change.isPending ? "One moment …" : "Change it"}
          </button>
          {change.isError && (
            <p role="alert" className={styles.alert}>
              {explain(change.error)}
            </p>
          )}
          {change.isSuccess && <p role="status">It is changed. Wherever else you were signed in, you are signed out.</p>}
        </form>
      </details>
    </section>
  );
}
