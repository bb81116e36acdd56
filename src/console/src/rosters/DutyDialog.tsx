import { BodyShort, Button, Modal, Select } from "@navikt/ds-react";
import { useState } from "react";
import { dayAndTime, hourAndMinute } from "../clock";
import { useLive } from "../live/Live";
import { useActs, useRefusal } from "../server/Acts";
import type { Colleague, Why } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import type { Absent, Duty, Gap } from "./calendar";
import { filling, isWholeShift, isWithdrawable, others, replacing, takingOff } from "./changes";

export type Chosen = { duty: Duty } | { gap: Gap } | { absent: Absent };

type Props = { line: string; chosen: Chosen; colleagues: Colleague[]; close: () => void };

/** One duty or one gap: take it, put somebody on it, offer it, take it back. The second click does it. */
export const DutyDialog = ({ line, chosen, colleagues, close }: Props) => {
  const { words, language } = useWords();
  const error = useRefusal();
  const what = "duty" in chosen ? chosen.duty : "gap" in chosen ? chosen.gap : chosen.absent;
  const { from, to } = what;
  const when = `${dayAndTime(new Date(from).toISOString(), language)}–${hourAndMinute(to, language)}`;
  return (
    <Modal open onClose={close} closeOnBackdropClick width="small" header={{ heading: "officer" in what ? (what.officer.name ?? what.officer.id) : words("gapShort") }}>
      <Modal.Body className="fields">
        <BodyShort>{when}</BodyShort>
        {"duty" in chosen && <OfDuty line={line} duty={chosen.duty} colleagues={colleagues} close={close} />}
        {"gap" in chosen && <OfGap line={line} gap={chosen.gap} colleagues={colleagues} close={close} />}
        {"absent" in chosen && <OfAbsent line={line} absent={chosen.absent} close={close} />}
        {error && <Failure error={error} />}
      </Modal.Body>
    </Modal>
  );
};

const OfGap = ({ line, gap, colleagues, close }: { line: string; gap: Gap; colleagues: Colleague[]; close: () => void }) => {
  const { words, told } = useWords();
  const { server } = useLive();
  const { act } = useActs();
  const fill = async (taker: string) => {
    if (await act("fill", () => server.override(line, filling(gap, taker)))) close();
  };
  return (
    <>
      <BodyShort>{told(`gap ${gap.finding.cause ?? ""}`)}</BodyShort>
      <PutOn verb={words("putOn")} colleagues={colleagues} put={fill} />
    </>
  );
};

const OfAbsent = ({ line, absent: { officer }, close }: { line: string; absent: Absent; close: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const { id, kind } = officer.why;
  const withdraw = async (change: string) => {
    if (await act("withdraw", () => (kind === "leave" ? server.endLeave(line, officer.id, change) : server.endOverride(line, change)))) close();
  };
  return (
    <>
      <BodyShort>
        <Because why={officer.why} />
      </BodyShort>
      {id !== null && (
        <div>
          <Button size="small" variant="secondary" loading={doing === "withdraw"} onClick={() => withdraw(id)}>
            {words("withdraw")}
          </Button>
        </div>
      )}
    </>
  );
};

const OfDuty = ({ line, duty, colleagues, close }: { line: string; duty: Duty; colleagues: Colleague[]; close: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const { officer } = duty;
  const { why } = officer;
  const end = async (name: string, deed: () => Promise<unknown>) => {
    if (await act(name, deed)) close();
  };
  const give = (taker: string) =>
    end("give", () => (isWholeShift(duty) && why.shift !== null ? server.swap(line, why.shift, officer.id, taker) : server.override(line, replacing(duty, taker))));
  const withdraw = (id: string) => end("withdraw", () => (why.kind === "swap" ? server.endSwap(line, id) : server.endOverride(line, id)));
  return (
    <>
      <BodyShort size="small" className="quiet">
        <Because why={why} />
      </BodyShort>
      <PutOn verb={words("putOnInstead")} colleagues={others(colleagues, officer.id)} put={give} />
      {why.shift !== null && <OfferShift line={line} shift={why.shift} giver={officer.id} colleagues={others(colleagues, officer.id)} close={close} />}
      <div className="choices">
        {isWithdrawable(duty) && why.id !== null && (
          <Button size="small" variant="secondary" loading={doing === "withdraw"} onClick={() => why.id !== null && withdraw(why.id)}>
            {words("withdraw")}
          </Button>
        )}
        <Button size="small" variant="secondary" data-color="danger" loading={doing === "takeOff"} onClick={() => end("takeOff", () => server.override(line, takingOff(duty)))}>
          {words("takeOff")}
        </Button>
      </div>
    </>
  );
};

/** Why somebody is on duty, in a sentence. */
export const Because = ({ why }: { why: Why }) => {
  const { words, language } = useWords();
  const filled = { name: why.name ?? "", by: why.by ?? "", when: why.at ? dayAndTime(why.at, language) : "", turn: why.turn ?? "" };
  return <>{words(`because.${why.kind}`, filled)}</>;
};

const PutOn = ({ verb, colleagues, put }: { verb: string; colleagues: Colleague[]; put: (id: string) => void }) => {
  const { words } = useWords();
  const { session } = useLive();
  const { doing } = useActs();
  const me = colleagues.find((one) => one.id === session.person?.id);
  const [who, choose] = useState((me ?? colleagues[0])?.id ?? "");
  return (
    <>
      {me && (
        <Button loading={doing !== null} onClick={() => put(me.id)}>
          {words("takeIt")}
        </Button>
      )}
      <div className="choices">
        <Select size="small" label={words("colleague")} value={who} onChange={(event) => choose(event.target.value)}>
          {colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
        <Button size="small" className="beside-field" variant="secondary" disabled={who === ""} loading={doing !== null} onClick={() => put(who)}>
          {verb}
        </Button>
      </div>
    </>
  );
};

const OfferShift = ({ line, shift, giver, colleagues, close }: { line: string; shift: string; giver: string; colleagues: Colleague[]; close: () => void }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { act, doing } = useActs();
  const [asked, ask] = useState("");
  if (session.role === "officer" && session.person?.id !== giver) return null;
  const offer = async () => {
    if (await act("offer", () => server.offer(line, shift, giver, asked === "" ? null : asked))) close();
  };
  return (
    <div className="choices">
      <Select size="small" label={words("offerTo")} value={asked} onChange={(event) => ask(event.target.value)}>
        <option value="">{words("offerToAll")}</option>
        {colleagues.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <Button size="small" className="beside-field" variant="secondary" loading={doing === "offer"} onClick={offer}>
        {words("offerIt")}
      </Button>
    </div>
  );
};
