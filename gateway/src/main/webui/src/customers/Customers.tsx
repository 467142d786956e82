import { PlacePage } from "../place/PlacePage";
import type { Session } from "../session/session";
import { useParameters } from "../shell/address";
import { Choices } from "./Choices";
import { CustomerList } from "./CustomerList";
import { OpenedCustomer } from "./OpenedCustomer";
import { sortOf } from "./say";

interface Props {
  business: { id: string; name: string; timeZone: string };
  session: Session;
}

/** Who the customers are, what they bought, and what is to be expected of each. */
export function Customers({ business, session }: Props) {
  const parameters = useParameters();
  const { timeZone } = business;
  const sort = sortOf(parameters.get("sort"));
  const segment = parameters.get("segment");
  const opened = parameters.get("open");

  return (
    <PlacePage at="customers" title="Customers" lead="Who buys, what to expect of them, and who may not come back." business={business} session={session}>
      <Choices sort={sort} segment={segment} />
      <CustomerList question={segment === null ? { sort } : { sort, segment }} timeZone={timeZone} />
      {opened && <OpenedCustomer key={opened} id={opened} timeZone={timeZone} />}
    </PlacePage>
  );
}
