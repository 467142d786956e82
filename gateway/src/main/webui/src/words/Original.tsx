/** Where it was written. */
export function Original({ url }: { url: string | null }) {
  if (!isWeb(url)) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      Open
      <span className="hidden"> where it was written, in a new tab</span>
    </a>
  );
}

/** The address comes from outside: only what a browser opens as a page. */
function isWeb(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
