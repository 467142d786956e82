import type { Predictions } from "../api/customers";
import { sayDay } from "../format/date";
import styles from "./Customers.module.css";
import { Reasons } from "./Reasons";
import { type Days, expectedIn, sayChance } from "./say";

const SPANS: [Days, string][] = [
  ["90", "In 90 days"],
  ["365", "In a year"],
];

/** What the models say of a customer, and between what it will be nineteen times out of twenty. */
export function Expected({ predictions, currency }: { predictions: Predictions | null; currency: string }) {
  return (
    <section className={styles.part} aria-labelledby="expected">
      <h3 id="expected">What to expect</h3>
      {predictions ? <Known predictions={predictions} currency={currency} /> : <p className="quiet">Nothing is known yet: it takes orders of some weeks.</p>}
    </section>
  );
}

function Known({ predictions, currency }: { predictions: Predictions; currency: string }) {
  const { pAlive, churnRisk, reasons, asOf } = predictions;
  return (
    <>
      <p>
        {pAlive !== null && <>Will buy again: {sayChance(pAlive)}. </>}
        {churnRisk !== null && <>Will stop: {sayChance(churnRisk)}. </>}
        <span className="quiet">As of {sayDay(asOf)}.</span>
      </p>
      {predictions.expectedPurchases && (
        <div className={styles.scroll} role="region" aria-label="What to expect, in numbers" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <td />
                <th scope="col">Days with an order</th>
                <th scope="col">Worth</th>
              </tr>
            </thead>
            <tbody>
              {SPANS.map(([days, name]) => {
                const said = expectedIn(days, predictions, currency);
                return (
                  <tr key={days}>
                    <th scope="row">{name}</th>
                    <td>
                      {said.purchases} <small>{said.purchasesBetween}</small>
                    </td>
                    <td>
                      {said.value ?? "–"} <small>{said.valueBetween}</small>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <Reasons risk={churnRisk} reasons={reasons} />
    </>
  );
}
