import { useState } from "react";

interface Props {
  name: string;
  /** What it is done to, for who doesn't see where the button stands. */
  of: string;
  act: () => void;
  busy: boolean;
}

/** Asks once more before something goes for good. */
export function Sure({ name, of, act, busy }: Props) {
  const [sure, setSure] = useState(false);
  return (
    <button type="button" disabled={busy} onClick={() => (sure ? act() : setSure(true))} onBlur={() => setSure(false)}>
      {sure ? `Really ${name.toLowerCase()}` : name}
      <span className="hidden"> {of}</span>
    </button>
  );
}
