import { People } from "../people/People";
import type { Session } from "../session/session";
import styles from "./Empty.module.css";
import { Header } from "./Header";
import { useAddress } from "./address";

/** For the people of an organisation that has no business yet. */
export function NoBusiness({ session }: { session: Session }) {
  const { panel } = useAddress();
  return (
    <>
      <Header session={session} business={null} />
      <main className="page">
        <div className={styles.empty}>
          <h1>There is no business here yet</h1>
          <p>As soon as one belongs to your organisation, you see how it is doing.</p>
        </div>
      </main>
      {panel === "people" && <People session={session} business={null} />}
    </>
  );
}
