const LOCALE = "en-IE";
const cache = new Map<string, Intl.NumberFormat>();

/** A number with exactly so many decimals; a true minus, and no minus before a zero. */
export function decimal(value: number, decimals: number): string {
  return format({ minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "negative" }, value);
}

function format(options: Intl.NumberFormatOptions, value: number): string {
  const key = JSON.stringify(options);
  const known = cache.get(key) ?? new Intl.NumberFormat(LOCALE, options);
  cache.set(key, known);
  return known.format(value).replace("-", "−");
}
