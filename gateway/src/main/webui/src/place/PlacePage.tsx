import { type ReactNode, useEffect } from "react";
import { People } from "../people/People";
import type { Session } from "../session/session";
import { Header } from "../shell/Header";
import { useAddress } from "../shell/address";
import styles from "./PlacePage.module.css";
import { Places } from "./Places";
import type { Place } from "./places";

interface Props {
  at: Place;
  title: string;
  /** What the page is for, in a sentence. */
  lead: string;
  business: { id: string; name: string };
  session: Session;
  /** What can be done here, beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** What all pages but the overview have in common. */
export function PlacePage({ at, title, lead, business, session, actions, children }: Props) {
  const { panel } = useAddress();

  useEffect(() => {
    document.title = `${title} · ${business.name} · Rapport`;
  }, [title, business.name]);

  return (
    <>
      <Header session={session} business={business} />
      <Places at={at} scopes={session.scopes} />
      <main className="page">
        <div className={styles.title}>
          <div>
            <h1>{title}</h1>
            <p className="quiet">{lead}</p>
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {children}
      </main>
      {panel === "people" && <People session={session} business={business} />}
    </>
  );
}
