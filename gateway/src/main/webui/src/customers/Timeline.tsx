import type { Moment } from "../api/customers";
import { explain } from "../api/problem";
import { sayMoment } from "../format/date";
import { money } from "../format/money";
import { decimal } from "../format/number";
import { sayKey } from "../format/words";
import { More } from "../inbox/More";
import { hrefOf } from "../place/places";
import { Failure } from "../shell/Failure";
import styles from "./Customers.module.css";
import { useMoments } from "./queries";

/** All that somebody did and said, newest first. */
export function Timeline({ id, timeZone }: { id: string; timeZone: string }) {
  const moments = useMoments(id);
  const items = moments.data?.pages.flatMap((page) => page.items);
  return (
    <section className={styles.part} aria-labelledby="timeline">
      <h3 id="timeline">What they did and said</h3>
      {moments.isError && !items ? (
        <Failure title="It can't be shown just now" detail={explain(moments.error)} retry={() => void moments.refetch()} />
      ) : !items ? (
        <p role="status">One moment …</p>
      ) : items.length === 0 ? (
        <p className="quiet">Nothing is kept of them.</p>
      ) : (
        <ol className={styles.moments}>
          {items.map((moment) => (
            <MomentRow key={`${moment.kind} ${moment.source} ${moment.id}`} moment={moment} timeZone={timeZone} />
          ))}
        </ol>
      )}
      <More query={moments} />
    </section>
  );
}

function MomentRow({ moment, timeZone }: { moment: Moment; timeZone: string }) {
  const { at, kind, type, source, id, value, product, page, location, rating, surveyScore, label } = moment;
  const beside = [
    value && money(value.amount, value.currency),
    rating !== null && `${decimal(rating, 1)} of 5`,
    surveyScore !== null && `answered ${decimal(surveyScore, 0)}`,
    label && sayKey(label).toLowerCase(),
  ].filter((said) => typeof said === "string");
  return (
    <li>
      <time dateTime={at}>{sayMoment(at, timeZone)}</time>
      <span className={styles.what}>
        <strong>
          <bdi>{sayKey(type)}</bdi>
        </strong>{" "}
        {beside.join(", ")}{" "}
        {[product, page, location, source].filter(Boolean).map((where) => (
          <span key={where} className="quiet">
            <bdi>{where}</bdi>{" "}
          </span>
        ))}
        {kind === "feedback" && (
          <a href={wordsOf(source, id)}>
            Read it<span className="hidden">, what was said at {at}</span>
          </a>
        )}
      </span>
    </li>
  );
}

function wordsOf(source: string, id: string): string {
  return `${hrefOf("inbox", window.location.search)}&${new URLSearchParams({ in: source, open: id })}`;
}
