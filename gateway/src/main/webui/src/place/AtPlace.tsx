import { Connections } from "../connections/Connections";
import { Customers } from "../customers/Customers";
import { Inbox } from "../inbox/Inbox";
import { Segments } from "../segments/Segments";
import type { Session } from "../session/session";
import { Dashboard } from "../shell/Dashboard";
import { useParameters } from "../shell/address";
import { Surveys } from "../surveys/Surveys";
import { Value } from "../value/Value";
import { placeOf } from "./places";

interface Props {
  business: { id: string; name: string; timeZone: string; aspects: { category: string; words: string[] }[] };
  session: Session;
}

/** The page that the address names. */
export function AtPlace({ business, session }: Props) {
  switch (placeOf(useParameters().get("place"), session.scopes)) {
    case "inbox":
      return <Inbox business={business} session={session} />;
    case "customers":
      return <Customers business={business} session={session} />;
    case "value":
      return <Value business={business} session={session} />;
    case "segments":
      return <Segments business={business} session={session} />;
    case "surveys":
      return <Surveys business={business} session={session} />;
    case "connections":
      return <Connections business={business} session={session} />;
    default:
      return <Dashboard business={business} session={session} />;
  }
}
