import { Button, Heading, Select } from "@navikt/ds-react";
import { type FormEvent, useState } from "react";
import { osloDate } from "../clock";
import { DateField } from "../DateField";
import { useLive, useNow } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Colleague } from "../server/answers";
import { useWords } from "../words/useWords";

/** Somebody is away. Nobody is asked why. Officers say it of themselves, a lead of anybody. */
export const LeaveForm = ({ line, colleagues }: { line: string; colleagues: Colleague[] }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { act, doing } = useActs();
  const today = osloDate(useNow());
  const shown = session.role === "officer" ? colleagues.filter((one) => one.id === session.person?.id) : colleagues;
  const [who, choose] = useState(shown[0]?.id ?? "");
  const [first, begin] = useState(today);
  const [last, end] = useState(today);
  const [told, tell] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    tell(await act("leave", () => server.leave(line, who, first, last)));
  };
  return (
    <section className="card" aria-labelledby="leave">
      <Heading id="leave" level="3" size="small" spacing>
        {words("leaveForm")}
      </Heading>
      <form className="choices" onSubmit={save}>
        <Select size="small" label={words("colleague")} value={who} onChange={(event) => choose(event.target.value)}>
          {shown.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
        <DateField label={words("firstDay")} value={first} choose={begin} />
        <DateField label={words("lastDay")} value={last} choose={end} />
        <Button size="small" className="beside-field" variant="secondary" loading={doing === "leave"} disabled={who === "" || first === "" || last === ""}>
          {words("leaveTell")}
        </Button>
      </form>
      <p role="status" className="day-kept">
        {told && words("leaveTold")}
      </p>
    </section>
  );
};
