import { useQueryClient } from "@tanstack/react-query";
import { type Session, signOut } from "../session/session";
import styles from "./Header.module.css";
import { Mark } from "./Mark";
import { ThemeToggle } from "./ThemeToggle";
import { go, lookAt } from "./address";

interface Props {
  session: Session;
  business: { id: string; name: string } | null;
}

export function Header({ session, business }: Props) {
  const client = useQueryClient();
  const { businesses, person, mayInvite } = session;

  async function leave() {
    await signOut();
    client.clear();
    window.location.assign("/");
  }

  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <span className={styles.brand}>
          <Mark /> <span className={styles.name}>Rapport</span>
        </span>
        {business && businesses.length > 1 && (
          <select
            className={styles.business}
            aria-label="Business"
            value={business.id}
            onChange={(event) => lookAt(event.target.value)}
          >
            {businesses.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <span className={styles.gap} />
        <ThemeToggle />
        {(mayInvite || person) && (
          <button type="button" className={styles.plain} onClick={() => go({ panel: "people" })}>
            {mayInvite ? "People" : "You"}
          </button>
        )}
        <button type="button" className={styles.plain} onClick={() => void leave()}>
          Sign out
        </button>
      </div>
    </header>
  );
}
