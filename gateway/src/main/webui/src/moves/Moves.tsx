import type { MetricResult } from "../api/metric";
import type { Against } from "../period/period";
import { Arrow } from "../vitals/Arrow";
import { shiftOf } from "../vitals/shift";
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
  const chanceAlone = moves.length > 0 && moves.every((move) => move.shift.chance);
  return (
    <section className={styles.moves} aria-labelledby="moves" aria-busy={pending}>
      <h2 id="moves">What moved most</h2>
      <p className="quiet">
        Compared with {against === "year" ? "the same days a year before" : "the period before"}.{" "}
        {chanceAlone && "Nothing moved by more than chance would."}
      </p>
      {moves.length > 0 ? (
        <ol>
          {moves.map((move) => (
            <Row key={move.metric.id} move={move} remarked={!chanceAlone} />
          ))}
        </ol>
      ) : (
        <p className={styles.none}>{pending ? "One moment …" : nothing(vitals)}</p>
      )}
    </section>
  );
}

function Row({ move, remarked }: { move: Move; remarked: boolean }) {
  const { shift } = move;
  return (
    <li>
      <Arrow shift={shift} />
      <span>
        {sayMove(move)} {remarked && <span className="quiet">{remark(move)}</span>}
      </span>
    </li>
  );
}

function remark({ shift }: Move): string {
  if (shift.chance) return "Could be chance.";
  return shift.verdict === "better" ? "That is good news." : shift.verdict === "worse" ? "Worth a look." : "";
}

function nothing(vitals: MetricResult[]): string {
  const comparable = vitals.some((vital) => shiftOf(vital.metric, vital.total) !== null);
  return comparable ? "Nothing worth speaking of: all is much as it was." : "There is nothing from then to compare with.";
}
