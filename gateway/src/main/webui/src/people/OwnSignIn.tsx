import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { invite } from "../api/client";
import { explain } from "../api/problem";
import { EMAIL, Field, NEW_PASSWORD, PASSWORD_HELP } from "../session/Field";
import { readInvitation } from "../session/invitation";
import { acceptInvitation } from "../session/session";
import styles from "./People.module.css";

/** Whoever came by a link of the installation's gets a sign-in of their own, as an owner. */
export function OwnSignIn() {
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  // A password that is refused is chosen anew with the same invitation.
  const invited = useRef<{ email: string; token: string } | null>(null);
  const client = useQueryClient();

  async function setUp() {
    const address = email.trim().toLowerCase();
    if (invited.current?.email !== address) {
      const { url } = await invite({ email: address, name: name.trim() || null, role: "owner" });
      invited.current = { email: address, token: readInvitation(new URL(url).hash)! };
    }
    await acceptInvitation(invited.current.token, password);
  }

  const keep = useMutation({ mutationFn: setUp, onSuccess: () => client.resetQueries() });

  function submit(event: FormEvent) {
    event.preventDefault();
    keep.mutate();
  }

  return (
    <section aria-labelledby="own">
      <h3 id="own">Set up your sign-in</h3>
      <p className="quiet">You came by a link, which ends. With a password you can come back whenever you like.</p>
      <form onSubmit={submit} className={styles.form}>
        <Field label="E-mail address" value={email} change={setEmail} {...EMAIL} />
        <Field label="Name" value={name} change={setName} autoComplete="name" maxLength={100} />
        <Field label="Password" value={password} change={setPassword} help={PASSWORD_HELP} {...NEW_PASSWORD} />
        <button type="submit" className="primary" disabled={keep.isPending}>
          {keep.isPending ? "One moment …" : "Keep it"}
        </button>
        {keep.isError && (
          <p role="alert" className={styles.alert}>
            {explain(keep.error)}
          </p>
        )}
      </form>
    </section>
  );
}
