import { useEffect } from "react";
import { useCatalogue, useComparison, useEngagement } from "../api/hooks";
import { explain } from "../api/problem";
import { Detail } from "../detail/Detail";
import { sayPeriod } from "../format/date";
import { Moves } from "../moves/Moves";
import { People } from "../people/People";
import { Places } from "../place/Places";
import { PeriodPicker } from "../period/PeriodPicker";
import { todayIn } from "../period/days";
import { rangeOf } from "../period/period";
import type { Session } from "../session/session";
import { Vitals } from "../vitals/Vitals";
import { compared } from "../vitals/compared";
import { fitsCard, isEmpty } from "../vitals/kind";
import { Words } from "../words/Words";
import styles from "./Dashboard.module.css";
import { Empty } from "./Empty";
import { Failure } from "./Failure";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { Missing } from "./Missing";
import { ContentSkeleton } from "./PageSkeleton";
import { useAddress } from "./address";

interface Props {
  business: { id: string; name: string; timeZone: string; aspects: { category: string }[] };
  session: Session;
}

/** The page: how the business does in a period, at a glance. */
export function Dashboard({ business, session }: Props) {
  const { view, metric, panel } = useAddress();
  const today = todayIn(business.timeZone, new Date());
  const engagement = useEngagement(rangeOf(view, today));
  const catalogue = useCatalogue();
  const shown = engagement.data;
  const range = shown ? { from: shown.from, to: shown.to } : null;
  const ids = (shown?.vitals ?? []).map((vital) => vital.metric.id);
  const yearly = useComparison(ids, range, view.against === "year" ? "year" : null);

  useEffect(() => {
    document.title = `${business.name} · Rapport`;
  }, [business.name]);

  const vitals = compared((shown?.vitals ?? []).filter((vital) => fitsCard(vital.metric)), view.against, yearly.data);
  const listed = catalogue.data ?? [];

  return (
    <>
      <Header session={session} business={business} />
      <Places at="board" scopes={session.scopes} />
      <main className="page">
        <div className={styles.title}>
          <h1>{business.name}</h1>
          <p className={styles.period} aria-live="polite">
            {range ? sayPeriod(range.from, range.to) : "…"}
          </p>
        </div>
        <PeriodPicker view={view} shown={range} today={today} />
        {engagement.isError && !shown ? (
          <Failure
            title="The figures can't be shown just now"
            detail={explain(engagement.error)}
            retry={() => void engagement.refetch()}
          />
        ) : !shown || !range ? (
          <ContentSkeleton />
        ) : (
          <div className={styles.content} aria-busy={engagement.isPlaceholderData}>
            <Missing missing={shown.missing} vitals={listed} />
            {isEmpty(vitals) ? (
              <Empty />
            ) : (
              <>
                <Moves
                  vitals={vitals}
                  range={range}
                  against={view.against}
                  pending={view.against === "year" && yearly.isPending}
                />
                <Vitals vitals={vitals} catalogue={listed} against={view.against} />
                <Words range={range} timeZone={business.timeZone} />
              </>
            )}
            <Footer asOf={shown.asOf} timeZone={business.timeZone} />
          </div>
        )}
      </main>
      {panel === "people" && <People session={session} business={business} />}
      {metric && range && (
        <Detail
          key={metric}
          id={metric}
          range={range}
          against={view.against}
          catalogue={listed}
          timeZone={business.timeZone}
          wishes={business.aspects.map(({ category }) => category)}
        />
      )}
    </>
  );
}
