import { todayIn } from "../period/days";
import { PlacePage } from "../place/PlacePage";
import type { Session } from "../session/session";
import { go, useParameters } from "../shell/address";
import { Everything } from "./Everything";
import { FilterBar } from "./FilterBar";
import { FollowUps } from "./FollowUps";
import { Opened } from "./Opened";
import { Tabs } from "./Tabs";
import { Templates } from "./Templates";
import { Wishes } from "./Wishes";
import { filterOf } from "./filter";

interface Props {
  business: { id: string; name: string; timeZone: string; aspects: { category: string; words: string[] }[] };
  session: Session;
}

/** Everything that customers said, to look through and to answer. */
export function Inbox({ business, session }: Props) {
  const parameters = useParameters();
  const { timeZone } = business;
  const today = todayIn(timeZone, new Date());
  const mayAnswer = session.scopes.includes("feedback:write");
  const mayWish = session.scopes.includes("business:write");
  const opened = { source: parameters.get("in"), id: parameters.get("open") };
  const following = parameters.get("tab") === "follow-ups";
  const me = session.person?.name ?? session.person?.email ?? null;

  return (
    <PlacePage
      at="inbox"
      title="Inbox"
      lead="What customers say, wherever they say it."
      business={business}
      session={session}
      actions={
        <>
          {mayAnswer && (
            <button type="button" onClick={() => go({ panel: "templates" })}>
              Reply templates
            </button>
          )}
          {mayWish && (
            <button type="button" onClick={() => go({ panel: "wishes" })}>
              What to look for
            </button>
          )}
        </>
      }
    >
      <Tabs following={following} />
      {following ? (
        <FollowUps timeZone={timeZone} mayAnswer={mayAnswer} />
      ) : (
        <>
          <FilterBar parameters={parameters} wishes={business.aspects.map(({ category }) => category)} today={today} />
          <Everything filter={filterOf(parameters, today)} timeZone={timeZone} mayConnect={session.scopes.includes("connections:write")} />
        </>
      )}
      {opened.source && opened.id && (
        <Opened
          key={`${opened.source} ${opened.id}`}
          of={{ source: opened.source, id: opened.id }}
          timeZone={timeZone}
          mayAnswer={mayAnswer}
          me={me}
        />
      )}
      {parameters.get("panel") === "templates" && mayAnswer && <Templates />}
      {parameters.get("panel") === "wishes" && mayWish && <Wishes business={business} />}
    </PlacePage>
  );
}
