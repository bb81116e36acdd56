import { CheckmarkCircleIcon, ExclamationmarkTriangleFillIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Heading, Loader, TextField } from "@navikt/ds-react";
import { type FormEvent, useState } from "react";
import { dayAndTime } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Colleague, OfficerPhone } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";

/** The phones of an office's officers, and whether each was shown to reach them. An officer sees their own. */
export const Phones = ({ colleagues }: { colleagues: Colleague[] }) => {
  const { words } = useWords();
  const { session } = useLive();
  const shown = session.role === "officer" ? colleagues.filter((one) => one.id === session.person?.id) : colleagues;
  return (
    <section className="card" aria-labelledby="phones">
      <Heading id="phones" level="3" size="small">
        {words("phones")}
      </Heading>
      <BodyShort spacing className="quiet">
        {words("phonesWhy")}
      </BodyShort>
      {shown.map((one) => (
        <OfOfficer key={one.id} officer={one} />
      ))}
    </section>
  );
};

const OfOfficer = ({ officer }: { officer: Colleague }) => {
  const { words } = useWords();
  const { server } = useLive();
  const phones = useSnapshot(["phones", officer.id], () => server.phones(officer.id));
  return (
    <div className="phones">
      <h4 className="side">{officer.name}</h4>
      {phones.isPending && <Loader title={words("loading")} />}
      {phones.error && <Failure error={phones.error} />}
      <ul className="offers">
        {phones.data?.map((phone) => (
          <OnePhone key={phone.number} officer={officer.id} phone={phone} />
        ))}
      </ul>
    </div>
  );
};

const OnePhone = ({ officer, phone }: { officer: string; phone: OfficerPhone }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const [awaits, wait] = useState(false);
  const isVerified = phone.verifiedAt !== null || phone.hasAcceptedACall;
  const send = async (by: "sms" | "voice") => {
    if (await act(`${by} ${officer} ${phone.position}`, () => server.sendCode(officer, phone.number, by))) wait(true);
  };
  return (
    <li>
      <BodyShort>
        {phone.number}{" "}
        <span className={isVerified ? "reachable reachable-Yes" : "reachable reachable-Busy"}>
          {isVerified ? <CheckmarkCircleIcon aria-hidden /> : <ExclamationmarkTriangleFillIcon aria-hidden />}
          {phone.verifiedAt !== null
            ? words("phoneVerified", { when: dayAndTime(phone.verifiedAt, language) })
            : words(phone.hasAcceptedACall ? "phoneAccepted" : "phoneUnverified")}
        </span>
      </BodyShort>
      <div className="choices">
        {(["sms", "voice"] as const).map((by) => (
          <Button key={by} size="xsmall" variant="secondary" loading={doing === `${by} ${officer} ${phone.position}`} onClick={() => send(by)}>
            {words(`code.${by}`)}
          </Button>
        ))}
      </div>
      {awaits && <CodeForm officer={officer} phone={phone} done={() => wait(false)} />}
    </li>
  );
};

const CodeForm = ({ officer, phone, done }: { officer: string; phone: OfficerPhone; done: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const [code, write] = useState("");
  const digits = code.replace(/\s/g, "");
  const verify = async (event: FormEvent) => {
    event.preventDefault();
    if (await act("verify", () => server.verifyPhone(officer, phone.number, digits))) done();
  };
  return (
    <form className="choices" onSubmit={verify}>
      <TextField size="small" label={words("code")} inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => write(event.target.value)} />
      <Button size="small" className="beside-field" loading={doing === "verify"} disabled={!/^\d{6}$/.test(digits)}>
        {words("codeGive")}
      </Button>
    </form>
  );
};
