import type { MetricResult } from "../api/metric";
import type { Against } from "../period/period";
import { Arrow } from "../vitals/Arrow";
import styles from "./Moves.module.css";
import { type Move, movesOf, sayMove } from "./moves";

interface Props {
  vitals: MetricResult[];
  against: Against;
  pending: boolean;
}

export function Moves({ vitals, against, pending }: Props) {
  if (against === "none") return null;
  const moves = movesOf(vitals);
  return (
    <section className={styles.moves} aria-labelledby="moves" aria-busy={pending}>
      <h2 id="moves">What moved most</h2>
      <p className="quiet">
        Compared with {against === "year" ? "the same days a year before" : "the period before"}.{" "}
        {moves.length > 0 && moves.every((move) => move.shift.chance) && "Nothing moved by more than chance would."}
      </p>
      {moves.length > 0 ? (
        <ol>
          {moves.map((move) => (
            <Row key={move.metric.id} move={move} />
          ))}
        </ol>
      ) : (
        <p className={styles.none}>{pending ? "One moment …" : nothing(vitals)}</p>
      )}
    </section>
  );
}

function Row({ move }: { move: Move }) {
  const { shift } = move;
  return (
    <li>
      <Arrow shift={shift} />
      <span>
        {sayMove(move)} <span className="quiet">{remark(move)}</span>
      </span>
    </li>
  );
}

function remark({ shift }: Move): string {
  if (shift.chance) return "Could be chance.";
  return shift.verdict === "better" ? "That is good news." : shift.verdict === "worse" ? "Worth a look." : "";
}

function nothing(vitals: MetricResult[]): string {
  const comparable = vitals.some((vital) => vital.total.change?.previous != null);
  return comparable ? "Nothing worth speaking of: all is much as it was." : "There is nothing from then to compare with.";
}
