import type { Fact } from "../api/metric";
import { sayMoment } from "../format/date";
import { decimal } from "../format/number";
import { sayKey } from "../format/words";

export interface Column {
  name: string;
  say: (fact: Fact) => string;
}

type Say = (value: unknown, timeZone: string) => string;

const when: Say = (value, timeZone) => sayMoment(String(value), timeZone);
const word: Say = (value) => sayKey(String(value));
const plain: Say = (value) => String(value);
const score: Say = (value) => decimal(Number(value), 2);

/** The members that tell people something, in the order in which they are shown; ids only where nothing else names a fact. */
const COLUMNS: [member: string, name: string, say: Say][] = [
  ["occurredAt", "When", when],
  ["beganAt", "Began", when],
  ["endedAt", "Ended", when],
  ["source", "Source", word],
  ["kind", "Kind", word],
  ["rating", "Stars", plain],
  ["surveyScore", "Answer", plain],
  ["label", "Sounds", word],
  ["score", "Score", score],
  ["page", "Page", plain],
  ["pageViews", "Pages", plain],
  ["entryPage", "First page", plain],
  ["exitPage", "Last page", plain],
  ["trafficChannel", "Came from", word],
  ["customerId", "Customer", plain],
  ["visitorId", "Visitor", plain],
  ["id", "Id", plain],
];

/** A column for each member that any of the facts has. */
export function columnsOf(facts: Fact[], timeZone: string): Column[] {
  return COLUMNS.filter(([member]) => facts.some((fact) => isGiven(valueOf(fact, member)))).map(([member, name, say]) => ({
    name,
    say: (fact) => (isGiven(valueOf(fact, member)) ? say(valueOf(fact, member), timeZone) : "–"),
  }));
}

/** Which members a fact has depends on what sort of fact it is. */
function valueOf(fact: Fact, member: string): unknown {
  return Object.entries(fact).find(([name]) => name === member)?.[1];
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "";
}
