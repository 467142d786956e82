import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Problem, explain } from "../api/problem";
import { Failure } from "../shell/Failure";
import { EMAIL, Field, NEW_PASSWORD, PASSWORD_HELP } from "./Field";
import styles from "./SignIn.module.css";
import { Welcome } from "./Welcome";
import { acceptInvitation, getInvitation } from "./session";

interface Props {
  token: string;
  done: () => void;
}

/** For whoever comes by an invitation: a password, and in. */
export function Join({ token, done }: Props) {
  const [password, setPassword] = useState("");
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => getInvitation(token, signal),
    staleTime: Infinity,
  });
  const accept = useMutation({ mutationFn: () => acceptInvitation(token, password), onSuccess: done });

  function submit(event: FormEvent) {
    event.preventDefault();
    accept.mutate();
  }

  if (invitation.isError) return <Lost error={invitation.error} done={done} retry={() => void invitation.refetch()} />;
  if (!invitation.data) return <Welcome title="One moment …">{null}</Welcome>;
  const { place, email, name, returning } = invitation.data;
  return (
    <Welcome title={returning ? "Choose a new password" : `Welcome${name ? `, ${name}` : ""}`}>
      <p>{returning ? `For ${place}.` : `You are invited to see how ${place} is doing. Choose a password, and you are in.`}</p>
      <form onSubmit={submit}>
        <Field label="E-mail address" value={email} change={() => {}} readOnly {...EMAIL} />
        <Field label="New password" value={password} change={setPassword} help={PASSWORD_HELP} {...NEW_PASSWORD} />
        <button type="submit" className="primary" disabled={accept.isPending}>
          {accept.isPending ? "One moment …" : "Keep it and go on"}
        </button>
        {accept.isError && (
          <p role="alert" className={styles.alert}>
            {explain(accept.error)}
          </p>
        )}
      </form>
    </Welcome>
  );
}

function Lost({ error, done, retry }: { error: unknown; done: () => void; retry: () => void }) {
  if (!(error instanceof Problem && error.status === 404)) {
    return (
      <Welcome title="You are invited">
        <Failure title="The invitation can't be opened just now" detail={explain(error)} retry={retry} />
      </Welcome>
    );
  }
  return (
    <Welcome title="This invitation is over">
      <p>It has been used or is too old: it works once, within seven days. Whoever invited you can give you a new link.</p>
      <button type="button" onClick={done}>
        Sign in
      </button>
    </Welcome>
  );
}
