import { useState } from "react";
import type { Person } from "../api/client";
import styles from "./People.module.css";

interface Props {
  person: Person;
  own: boolean;
  again: () => void;
  remove: () => void;
}

export function Row({ person, own, again, remove }: Props) {
  const [sure, setSure] = useState(false);
  const { name, email, role, state } = person;
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <strong>{name ?? email}</strong>
        <span className="quiet">
          {name && `${email} · `}
          {role === "owner" ? "Owner" : "Reader"}
          {state === "invited" && " · has not chosen a password yet"}
          {own && " · you"}
        </span>
      </span>
      {!own && (
        <span className={styles.actions}>
          <button type="button" onClick={again}>
            New link<span className="hidden"> for {email}</span>
          </button>
          <button type="button" onClick={() => (sure ? remove() : setSure(true))} onBlur={() => setSure(false)}>
            {sure ? "Really remove" : "Remove"}
            <span className="hidden"> {email}</span>
          </button>
        </span>
      )}
    </li>
  );
}
