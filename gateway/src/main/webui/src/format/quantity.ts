import type { Figure, Interval, Unit, Value } from "../api/metric";
import { decimal } from "./number";

/** A number and its unit in plain form, apart, so that the unit can be written smaller. */
export interface Quantity {
  number: string;
  unit: string;
}

interface Style {
  /** How the value is brought to what people read: a ratio is read as a percentage. */
  factor: number;
  unit: string;
  /** Decimals where the figure is certain, and where its interval is wide. */
  fine: number;
  coarse: number;
  /** From this width of the interval on (as read), more decimals would only pretend. */
  wide: number;
}

const STYLES: Record<string, Style> = {
  count: { factor: 1, unit: "", fine: 0, coarse: 0, wide: Infinity },
  ratio: { factor: 100, unit: "%", fine: 1, coarse: 0, wide: 2 },
  stars: { factor: 1, unit: "stars", fine: 2, coarse: 1, wide: 0.3 },
  points: { factor: 1, unit: "points", fine: 1, coarse: 0, wide: 4 },
  score: { factor: 1, unit: "", fine: 2, coarse: 2, wide: Infinity },
};

export function decimalsFor(unit: Unit, interval: Interval | null | undefined): number {
  const style = styleOf(unit);
  const width = interval ? (interval.high - interval.low) * style.factor : 0;
  return width >= style.wide ? style.coarse : style.fine;
}

export function quantity(value: number, unit: Unit, decimals: number): Quantity {
  const style = styleOf(unit);
  return { number: decimal(value * style.factor, decimals), unit: style.unit };
}

export function say(value: number, unit: Unit, decimals: number): string {
  const said = quantity(value, unit, decimals);
  return said.unit ? `${said.number}\u00a0${said.unit}` : said.number;
}

/** The interval in words; null where there is none. */
export function sayInterval(figure: Figure, unit: Unit): string | null {
  if (!figure.interval) return null;
  const decimals = decimalsFor(unit, figure.interval);
  const { low, high } = figure.interval;
  const until = say(high, unit, decimals);
  const { number } = quantity(low, unit, decimals);
  const from = unit === "ratio" ? say(low, unit, decimals) : number;
  return `between ${from} and ${until}`;
}

export function numeric(value: Value | undefined): number | null {
  // Money is a decimal in a string.
  return typeof value === "string" ? Number(value) : (value ?? null);
}

function styleOf(unit: Unit): Style {
  return STYLES[unit] ?? { factor: 1, unit: unit.replaceAll("_", " "), fine: 2, coarse: 1, wide: 1 };
}
