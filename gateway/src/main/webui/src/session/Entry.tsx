import { explain, isSignedOut } from "../api/problem";
import { useBusiness, useSession } from "../api/hooks";
import { Dashboard } from "../shell/Dashboard";
import { Failure } from "../shell/Failure";
import { PageSkeleton } from "../shell/PageSkeleton";
import { SignIn } from "./SignIn";

/** Who is there decides what is shown. */
export function Entry() {
  const session = useSession();
  if (isSignedOut(session.error)) return <SignIn />;
  if (session.isError) return <Trouble error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <PageSkeleton />;
  return <Known business={session.data.business} />;
}

function Known({ business: id }: { business: string }) {
  const business = useBusiness(id);
  if (business.isError) return <Trouble error={business.error} retry={() => void business.refetch()} />;
  if (!business.data) return <PageSkeleton />;
  return <Dashboard business={business.data} />;
}

function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="page">
      <h1>Rapport</h1>
      <Failure title="The page can't be shown just now" detail={explain(error)} retry={retry} />
    </main>
  );
}
