const LOCALE = "en-IE";

/** An amount as it was paid, with the digits that its currency has. */
export function money(amount: string | number, currency: string): string {
  return write(Number(amount), { style: "currency", currency, currencyDisplay: "narrowSymbol" });
}

/** An amount that is expected: digits after the point would pretend that it is known so well. */
export function aboutMoney(amount: string | number, currency: string): string {
  const value = Number(amount);
  if (value !== 0 && Math.abs(value) < 10) return money(value, currency);
  return write(value, { style: "currency", currency, currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 });
}

function write(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(LOCALE, { ...options, signDisplay: "negative" }).format(value).replace("-", "−");
}
