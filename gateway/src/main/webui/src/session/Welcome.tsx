import type { ReactNode } from "react";
import { Mark } from "../shell/Mark";
import styles from "./SignIn.module.css";

/** The page for whoever isn't in yet. */
export function Welcome({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <p className={styles.brand}>
          <Mark /> Rapport
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
