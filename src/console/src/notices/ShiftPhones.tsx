import { CheckmarkCircleIcon, ClockIcon, ExclamationmarkTriangleFillIcon } from "@navikt/aksel-icons";
import { BodyShort, Heading } from "@navikt/ds-react";
import { hourAndMinute } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import type { PhoneDrill } from "../server/answers";
import { seesFlags } from "../sign-in/session";
import { useWords } from "../words/useWords";

const icons = { confirmed: CheckmarkCircleIcon, asked: ClockIcon, notAsked: ClockIcon, notConfirmed: ExclamationmarkTriangleFillIcon };

/** Whose shift begins today, and whether their phone was confirmed before it. */
export const ShiftPhones = ({ unit, line }: { unit: string; line: string }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const drills = useSnapshot(["phone-drills", unit], () => server.phoneDrills(unit), { enabled: seesFlags(session.role) });
  const shifts = drills.data?.find((one) => one.line === line)?.shifts ?? [];
  if (shifts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="drills">
      <Heading id="drills" level="3" size="small" spacing>
        {words("phonesToday")}
      </Heading>
      <ul className="offers">
        {shifts.map((shift) => (
          <OneShift key={`${shift.officerId} ${shift.from}`} shift={shift} />
        ))}
      </ul>
    </section>
  );
};

const OneShift = ({ shift }: { shift: PhoneDrill }) => {
  const { words, language } = useWords();
  const Icon = icons[shift.state];
  return (
    <li>
      <BodyShort>
        {shift.officer}, {hourAndMinute(shift.from, language)}–{hourAndMinute(shift.to, language)}
      </BodyShort>
      <span className={`reachable drill-${shift.state}`}>
        <Icon aria-hidden /> {words(`drill.${shift.state}`)}
      </span>
    </li>
  );
};
