import { Alert, BodyShort, Button, Checkbox, Chips, Heading, Select, TextField } from "@navikt/ds-react";
import { type FormEvent, useState } from "react";
import { useLive } from "../live/Live";
import type { Suggestion } from "../offices/hits";
import { OfficeSearch } from "../offices/OfficeSearch";
import { useActs, useRefusal } from "../server/Acts";
import type { About, Reach, When } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { GuardedField } from "./GuardedField";
import { isClean } from "./guard";

const abouts: About[] = ["Food", "Housing", "Power", "Medicine", "Children", "Safety", "Other"];
const reaches: Reach[] = ["Call", "Text", "Either"];
const whens: When[] = ["Any", "Morning", "Midday", "Afternoon"];
const longest = 120;

type Draft = { about: About[]; urgent: boolean; interpreter: string; language: string; reach: Reach; when: When; text: string };
const empty: Draft = { about: [], urgent: false, interpreter: "", language: "nb", reach: "Call", when: "Any", text: "" };

/** To one office about one caller: choices, and one short line that is looked at while it is written. */
export const NewMessageForm = () => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const error = useRefusal();
  const [office, choose] = useState<Suggestion["office"]>(null);
  const [draft, write] = useState<Draft>(empty);
  const [sent, tell] = useState<string | null>(null);
  const change = (changed: Partial<Draft>) => write({ ...draft, ...changed });
  const toggle = (one: About) => change({ about: draft.about.includes(one) ? draft.about.filter((other) => other !== one) : [...draft.about, one] });
  const ready = office !== null && draft.about.length > 0 && draft.text.length <= longest && isClean(draft.text);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (office === null) return;
    const message = { ...draft, unit: office.unit, call: null, interpreter: draft.interpreter.trim() || null, text: draft.text.trim() || null };
    if (!(await act("sendMessage", () => server.sendMessage(message)))) return;
    tell(office.name);
    write(empty);
    choose(null);
  };

  return (
    <section className="card" aria-labelledby="new-message">
      <Heading id="new-message" level="2" size="medium">
        {words("newMessage")}
      </Heading>
      <BodyShort spacing className="quiet">
        {words("newMessageWhy")}
      </BodyShort>
      <form className="fields" onSubmit={send}>
        <OfficeSearch label={words("messageTo")} choose={(one) => choose(one.office)} />
        {office && <BodyShort weight="semibold">{office.name}</BodyShort>}
        <BodyShort size="small" weight="semibold" aria-hidden>
          {words("note.about")}
        </BodyShort>
        <Chips size="small" aria-label={words("note.about")}>
          {abouts.map((one) => (
            <Chips.Toggle key={one} selected={draft.about.includes(one)} onClick={() => toggle(one)} type="button">
              {words(`note.${one}`)}
            </Chips.Toggle>
          ))}
        </Chips>
        <Checkbox size="small" checked={draft.urgent} onChange={(event) => change({ urgent: event.target.checked })}>
          {words("urgent")}
        </Checkbox>
        <div className="choices">
          <Select size="small" label={words("note.reach")} value={draft.reach} onChange={(event) => change({ reach: event.target.value as Reach })}>
            {reaches.map((one) => (
              <option key={one} value={one}>
                {words(`note.reach.${one}`)}
              </option>
            ))}
          </Select>
          <Select size="small" label={words("note.when")} value={draft.when} onChange={(event) => change({ when: event.target.value as When })}>
            {whens.map((one) => (
              <option key={one} value={one}>
                {words(`note.when.${one}`)}
              </option>
            ))}
          </Select>
          <Select size="small" label={words("messageLanguage")} value={draft.language} onChange={(event) => change({ language: event.target.value })}>
            {(["nb", "nn", "en"] as const).map((one) => (
              <option key={one} value={one}>
                {words(`messageLanguage.${one}`)}
              </option>
            ))}
          </Select>
          <TextField size="small" label={words("messageInterpreter")} value={draft.interpreter} autoComplete="off" onChange={(event) => change({ interpreter: event.target.value })} />
        </div>
        <GuardedField oneLine label={words("messageLine")} why={words("messageLineWhy", { longest })} longest={longest} text={draft.text} write={(text) => change({ text })} />
        {error && <Failure error={error} />}
        <div>
          <Button size="small" disabled={!ready} loading={doing === "sendMessage"}>
            {office === null ? words("messageSend") : words("messageSendTo", { office: office.name })}
          </Button>
        </div>
        <div role="status">
          {sent !== null && (
            <Alert variant="success" size="small" inline>
              {words("messageSentTo", { office: sent })}
            </Alert>
          )}
        </div>
      </form>
    </section>
  );
};
