import { type FormEvent, useState } from "react";
import { type ConnectionType, createConnection } from "../api/connections";
import form from "../form/Form.module.css";
import { SelectField } from "../form/SelectField";
import { TextField } from "../form/TextField";
import { Trouble } from "../form/Trouble";
import { Sheet } from "../shell/Sheet";
import { go } from "../shell/address";
import { Once } from "./Once";
import { draftOf } from "./draft";
import { useConnectionDeed } from "./queries";
import { SOURCES, sourceOf } from "./types";

/** Connects a source; what it is to be told there is shown once, and its secret never again. */
export function NewConnection() {
  const [type, setType] = useState<ConnectionType>(SOURCES[0]!.type);
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [told, setTold] = useState<Record<string, string>>({});
  const source = sourceOf(type)!;
  const make = useConnectionDeed(() => createConnection(draftOf(source, name, secret, told)));

  function submit(event: FormEvent) {
    event.preventDefault();
    make.mutate(undefined);
  }

  if (make.data) {
    return (
      <Sheet title={`${make.data.name} is connected`} close={() => go({ panel: null, open: make.data.id })}>
        <Once source={source} webhookUrl={make.data.webhookUrl} secret={make.data.secret} />
      </Sheet>
    );
  }
  return (
    <Sheet title="Connect a source" close={() => go({ panel: null })}>
      <form onSubmit={submit} className={form.form}>
        <SelectField label="Source" value={type} of={SOURCES.map((one) => [one.type, one.name] as const)} change={setType} help={source.brings} />
        <TextField label="Name" value={name} change={setName} required maxLength={200} help="As you want to call it here." />
        {source.needs.map((need) => (
          <TextField
            key={`${type} ${need.name}`}
            label={need.required ? need.label : `${need.label} (if you like)`}
            value={told[need.name] ?? ""}
            change={(value) => setTold({ ...told, [need.name]: value })}
            required={need.required}
            maxLength={500}
            help={need.help}
            {...(need.as === "credential" ? { type: "password", autoComplete: "off" } : {})}
          />
        ))}
        {source.secret === "theirs" && (
          <TextField
            label="Its secret (can come later)"
            value={secret}
            change={setSecret}
            maxLength={500}
            type="password"
            autoComplete="off"
            help="Where the source shows it only after it knows the address, connect first and bring it then."
          />
        )}
        <div>
          <button type="submit" className="primary" disabled={make.isPending}>
            {make.isPending ? "One moment …" : "Connect it"}
          </button>
        </div>
        <Trouble error={make.error} />
      </form>
    </Sheet>
  );
}
