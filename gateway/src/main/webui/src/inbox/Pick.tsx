import { go } from "../shell/address";
import type { FilterName } from "./filter";

interface Props<T extends string> {
  name: FilterName;
  label: string;
  /** What no choice is called. */
  all: string;
  of: readonly T[];
  say: (value: T) => string;
  parameters: URLSearchParams;
  /** What else changes with it. */
  also?: Record<string, null>;
}

/** A filter with a few values, kept in the address. */
export function Pick<T extends string>({ name, label, all, of, say, parameters, also }: Props<T>) {
  const value = parameters.get(name);
  return (
    <label>
      <span>{label}</span>
      <select
        value={of.find((one) => one === value) ?? ""}
        data-set={value !== null || undefined}
        onChange={(event) => go({ ...also, [name]: event.target.value || null })}
      >
        <option value="">{all}</option>
        {of.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
