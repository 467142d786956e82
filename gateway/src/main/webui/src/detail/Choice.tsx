interface Props<T extends string> {
  name: string;
  /** What no choice is called. */
  all: string;
  of: readonly T[];
  say: (value: T) => string;
  choose: (value: T | null) => void;
}

/** One of several values, or none of them. */
export function Choice<T extends string>({ name, all, of, say, choose }: Props<T>) {
  return (
    <label>
      <span>{name}</span>
      <select onChange={(event) => choose(of.find((value) => value === event.target.value) ?? null)}>
        <option value="">{all}</option>
        {of.map((value) => (
          <option key={value} value={value}>
            {say(value)}
          </option>
        ))}
      </select>
    </label>
  );
}
