import type { ConnectionDraft } from "../api/connections";
import type { Source } from "./types";

/** What the form says, as the API takes it: what was left empty is left out, and so is what another source was told. */
export function draftOf(source: Source, name: string, secret: string, told: Record<string, string>): ConnectionDraft {
  const given = (as: "credential" | "setting") =>
    Object.fromEntries(
      source.needs.filter((need) => need.as === as && told[need.name]?.trim()).map((need) => [need.name, told[need.name]!.trim()]),
    );
  const [credentials, settings] = [given("credential"), given("setting")];
  return {
    type: source.type,
    name: name.trim(),
    ...(source.secret === "theirs" && secret.trim() ? { secret: secret.trim() } : {}),
    ...(Object.keys(credentials).length > 0 ? { credentials } : {}),
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
  };
}
