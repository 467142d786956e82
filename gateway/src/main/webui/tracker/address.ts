/** An address without what may tell of a person: of its query the campaign's parameters alone are left. */
export function clean(address: string): string {
  const url = new URL(address);
  const kept = [...url.searchParams].filter(([name]) => /^(utm_\w+|gclid|msclkid)$/.test(name));
  const query = kept.length ? `?${new URLSearchParams(kept)}` : "";
  return (url.protocol + "//" + url.host + url.pathname + query).slice(0, 2000);
}
