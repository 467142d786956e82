import type { Range } from "../api/client";
import type { MetricResult } from "../api/metric";
import type { Against } from "../period/period";
import { Arrow } from "../vitals/Arrow";
import { shiftOf } from "../vitals/shift";
import styles from "./Moves.module.css";
import { Steps } from "./Steps";
import { Voice } from "./Voice";
import { type Move, movesOf, sayMove } from "./moves";
import { stepsAfter, verdictOn } from "./verdict";

interface Props {
  vitals: MetricResult[];
  range: Range;
  against: Against;
  pending: boolean;
}

/** At a glance: how it went, what moved, in whose words, and what to do now. */
export function Moves({ vitals, range, against, pending }: Props) {
  const moves = against === "none" ? [] : movesOf(vitals);
  return (
    <section className={styles.moves} aria-labelledby="moves" aria-busy={pending}>
      <div>
        {against === "none" ? <h2 id="moves">At a glance</h2> : <Moved moves={moves} {...{ vitals, against, pending }} />}
      </div>
      <Steps steps={stepsAfter(moves, vitals)} />
      <div className={styles.voices}>
        <Voice range={range} label="negative" />
        <Voice range={range} label="positive" />
      </div>
    </section>
  );
}

function Moved({ vitals, against, pending, moves }: Omit<Props, "range"> & { moves: Move[] }) {
  const chanceAlone = moves.length > 0 && moves.every((move) => move.shift.chance);
  return (
    <>
      <h2 id="moves">{pending ? "One moment …" : verdictOn(moves)}</h2>
      <p className="quiet">
        Compared with {against === "year" ? "the same days a year before" : "the period before"}.{" "}
        {chanceAlone && "What moved most could be chance:"}
      </p>
      {moves.length > 0 ? (
        <ol>
          {moves.map((move) => (
            <Row key={move.metric.id} move={move} remarked={!chanceAlone} />
          ))}
        </ol>
      ) : (
        <p className={styles.none}>{pending ? "" : nothing(vitals)}</p>
      )}
    </>
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
