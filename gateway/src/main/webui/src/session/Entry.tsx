import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { explain, isSignedOut } from "../api/problem";
import { useBusiness, useSession } from "../api/hooks";
import { AtPlace } from "../place/AtPlace";
import { Failure } from "../shell/Failure";
import { PageSkeleton } from "../shell/PageSkeleton";
import { NoBusiness } from "../shell/NoBusiness";
import { lookedAt } from "../shell/address";
import { Join } from "./Join";
import { SignIn } from "./SignIn";
import { takeInvitation } from "./invitation";
import type { Session } from "./session";

/** Who is there decides what is shown. */
export function Entry() {
  const [invitation, setInvitation] = useState(takeInvitation);
  const client = useQueryClient();
  if (!invitation) return <Here />;
  return (
    <Join
      token={invitation}
      done={() => {
        setInvitation(null);
        void client.resetQueries({ queryKey: ["session"] });
      }}
    />
  );
}

function Here() {
  const session = useSession();
  if (isSignedOut(session.error)) return <SignIn />;
  if (session.isError) return <Trouble error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <PageSkeleton />;
  const id = lookedAt() ?? session.data.business;
  return id ? <Known business={id} session={session.data} /> : <NoBusiness session={session.data} />;
}

function Known({ business: id, session }: { business: string; session: Session }) {
  const business = useBusiness(id);
  if (business.isError) return <Trouble error={business.error} retry={() => void business.refetch()} />;
  if (!business.data) return <PageSkeleton />;
  return <AtPlace business={business.data} session={session} />;
}

function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="page">
      <h1>Rapport</h1>
      <Failure title="The page can't be shown just now" detail={explain(error)} retry={retry} />
    </main>
  );
}
