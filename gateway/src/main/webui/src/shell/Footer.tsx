import { sayInstant } from "../format/date";

interface Props {
  asOf: string | null;
  timeZone: string;
}

export function Footer({ asOf, timeZone }: Props) {
  return (
    <footer className="quiet">
      {asOf
        ? `Everything reported until ${sayInstant(asOf, timeZone)} is counted.`
        : "It can't be said just now up to when everything is counted."}{" "}
      Days are those of {timeZone.replace("_", " ")}. All of it is in the <a href="/docs">API</a> too.
    </footer>
  );
}
