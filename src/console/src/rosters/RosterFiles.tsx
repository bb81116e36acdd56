import { DownloadIcon, TrashIcon } from "@navikt/aksel-icons";
import { Alert, BodyShort, Button, CopyButton, Select } from "@navikt/ds-react";
import { useState } from "react";
import { dayAndTime } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { useActs } from "../server/Acts";
import type { CalendarAddress, LineRoster } from "../server/answers";
import { useWords } from "../words/useWords";

type Props = { roster: LineRoster; days: { from: string; to: string }; mayFollow: boolean };

/** What is shown, as a file; and calendars that follow the roster in whichever calendar one uses. */
export const RosterFiles = ({ roster, days, mayFollow }: Props) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const take = (format: "csv" | "ics" | "xlsx") =>
    act(format, async () => {
      save(await server.file(roster.line, format, days), `${roster.line} ${days.from}.${format}`);
    });
  return (
    <details className="fold">
      <summary>{words("files")}</summary>
      <div className="choices">
        {(["csv", "xlsx", "ics"] as const).map((format) => (
          <Button key={format} size="small" variant="secondary" icon={<DownloadIcon aria-hidden />} loading={doing === format} onClick={() => take(format)}>
            {words(`file.${format}`)}
          </Button>
        ))}
      </div>
      {mayFollow && <Calendars roster={roster} />}
    </details>
  );
};

// The file is behind a sign-in, so a plain link would not reach it.
const save = (file: Blob, name: string) => {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
};

const Calendars = ({ roster }: { roster: LineRoster }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { act, doing } = useActs();
  const known = useSnapshot(["calendars", roster.unit], () => server.calendars(roster.unit));
  const [whose, choose] = useState(session.person?.id ?? "");
  const [made, show] = useState<string | null>(null);
  const make = () =>
    act("calendar", async () => {
      const answer = await server.makeCalendar(roster.unit, whose === "" ? null : whose);
      show(new URL(answer.path, location.href).href);
    });
  return (
    <div className="fields calendars">
      <BodyShort>{words("calendarWhy")}</BodyShort>
      <div className="choices">
        <Select size="small" label={words("calendarWhose")} value={whose} onChange={(event) => choose(event.target.value)}>
          <option value="">{words("calendarOffice")}</option>
          {roster.colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
        <Button size="small" className="beside-field" variant="secondary" loading={doing === "calendar"} onClick={make}>
          {words("calendarMake")}
        </Button>
      </div>
      {made && (
        <Alert variant="success" size="small">
          <BodyShort>{words("calendarMade")}</BodyShort>
          <code className="address">{made}</code>
          <CopyButton copyText={made} text={words("copy")} activeText={words("copied")} size="small" />
        </Alert>
      )}
      <ul className="offers">
        {known.data?.map((address) => (
          <Address key={address.id} address={address} roster={roster} />
        ))}
      </ul>
    </div>
  );
};

const Address = ({ address, roster }: { address: CalendarAddress; roster: LineRoster }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const name = address.officer === null ? words("calendarOffice") : (roster.colleagues.find((one) => one.id === address.officer)?.name ?? address.officer);
  return (
    <li>
      <BodyShort>{words("calendarOf", { name, by: address.madeBy, when: dayAndTime(address.madeAt, language) })}</BodyShort>
      <Button
        size="xsmall"
        variant="tertiary"
        icon={<TrashIcon aria-hidden />}
        loading={doing === address.id}
        onClick={() => act(address.id, () => server.withdrawCalendar(roster.unit, address.id))}
      >
        {words("withdraw")}
      </Button>
    </li>
  );
};
