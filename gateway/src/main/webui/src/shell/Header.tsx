import { useQueryClient } from "@tanstack/react-query";
import { signOut } from "../session/session";
import styles from "./Header.module.css";
import { Mark } from "./Mark";
import { ThemeToggle } from "./ThemeToggle";

export function Header({ business }: { business: string }) {
  const client = useQueryClient();

  async function leave() {
    await signOut();
    client.clear();
    window.location.assign("/");
  }

  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <span className={styles.brand}>
          <Mark /> Rapport
        </span>
        <ThemeToggle />
        <button type="button" className={styles.plain} onClick={() => void leave()} aria-label={`Sign out of ${business}`}>
          Sign out
        </button>
      </div>
    </header>
  );
}
