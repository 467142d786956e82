import type { Session } from "../session/session";
import { Sheet } from "../shell/Sheet";
import { go } from "../shell/address";
import { ChangePassword } from "./ChangePassword";
import { Everybody } from "./Everybody";
import { OwnSignIn } from "./OwnSignIn";

interface Props {
  session: Session;
  business: { id: string; name: string } | null;
}

/** One's own sign-in, and for owners everybody's. */
export function People({ session, business }: Props) {
  const { person, mayInvite } = session;
  return (
    <Sheet title={mayInvite ? "People" : "You"} close={() => go({ panel: null })}>
      {person ? <ChangePassword person={person} /> : <OwnSignIn />}
      {mayInvite && <Everybody session={session} business={business} />}
    </Sheet>
  );
}
