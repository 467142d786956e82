import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePeople } from "../api/hooks";
import { inviteAgain, removePerson } from "../api/client";
import { explain } from "../api/problem";
import type { Session } from "../session/session";
import { Failure } from "../shell/Failure";
import { Invite } from "./Invite";
import { Link, type Shown } from "./Link";
import styles from "./People.module.css";
import { Row } from "./Row";

interface Props {
  session: Session;
  business: { id: string; name: string } | null;
}

/** Who may come in; an organisation's owner looks after its own people and those of the business that is shown. */
export function Everybody({ session, business }: Props) {
  const ofOrganisation = session.person?.ownerId.startsWith("o_") ?? false;
  const [where, setWhere] = useState<string | null>(null);
  const [link, setLink] = useState<Shown | null>(null);
  const people = usePeople(where);
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: ["people"] });
  const again = useMutation({ mutationFn: inviteAgain, onSuccess: setLink });
  const remove = useMutation({ mutationFn: removePerson, onSuccess: changed });
  const trouble = again.error ?? remove.error;

  return (
    <section aria-labelledby="everybody">
      <h3 id="everybody">Who may come in</h3>
      {ofOrganisation && business && (
        <label className={styles.where}>
          <span>To see</span>
          <select value={where ?? ""} onChange={(event) => setWhere(event.target.value || null)}>
            <option value="">all businesses of the organisation</option>
            <option value={business.id}>{business.name} only</option>
          </select>
        </label>
      )}
      {people.isError ? (
        <Failure title="The list can't be shown just now" detail={explain(people.error)} retry={() => void people.refetch()} />
      ) : (
        <ul className={styles.list} aria-labelledby="everybody" aria-busy={people.isPending}>
          {people.data?.map((person) => (
            <Row
              key={person.id}
              person={person}
              own={person.id === session.person?.id}
              again={() => again.mutate(person.id)}
              remove={() => remove.mutate(person.id)}
            />
          ))}
        </ul>
      )}
      {people.data?.length === 0 && <p className="quiet">Nobody has a sign-in yet.</p>}
      {trouble !== null && (
        <p role="alert" className={styles.alert}>
          {explain(trouble)}
        </p>
      )}
      {link && <Link shown={link} />}
      <Invite
        businessId={where}
        done={(invited) => {
          setLink(invited);
          void changed();
        }}
      />
    </section>
  );
}
