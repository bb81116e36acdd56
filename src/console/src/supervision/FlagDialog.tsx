import { BodyLong, BodyShort, Button, Loader, Modal, Select } from "@navikt/ds-react";
import { useState } from "react";
import { dayAndTime } from "../clock";
import { StoryDialog } from "../calls/StoryDialog";
import { useLive, useSnapshot } from "../live/Live";
import { GuardedField } from "../messages/GuardedField";
import { isClean } from "../messages/guard";
import { useActs, useRefusal } from "../server/Acts";
import type { FlagFinding, FlagStory, FollowUp } from "../server/answers";
import { answersFor, followsUp } from "../sign-in/session";
import { useWords } from "../words/useWords";
import { Failure } from "./Failure";
import { About, HowFar } from "./FlagTable";
import { findings, mayAnswer, mayAsk, mayClose } from "./flag";

type Props = { id: string; officeOf: (unit: string | null) => string; close: () => void };

/** A flag, what was asked and answered about it, and what one may do. */
export const FlagDialog = ({ id, officeOf, close }: Props) => {
  const { words } = useWords();
  const { server } = useLive();
  const story = useSnapshot(["flag", id], () => server.flag(id));
  const error = useRefusal();
  return (
    <Modal open onClose={close} width="medium" header={{ heading: story.data ? `${words(`flag.${story.data.flag.kind}`)}, ${officeOf(story.data.flag.unit)}` : words("openFlag") }}>
      <Modal.Body className="fields" tabIndex={0}>
        {story.isPending && <Loader title={words("loading")} />}
        {story.error && <Failure error={story.error} />}
        {story.data && <Told story={story.data} />}
        {error && <Failure error={error} />}
        {story.data && <WhatNow key={story.data.followUps.length} story={story.data} />}
      </Modal.Body>
    </Modal>
  );
};

const Told = ({ story: { flag, followUps } }: { story: FlagStory }) => {
  const { words, language } = useWords();
  const [shown, show] = useState(false);
  return (
    <>
      <div className="tags">
        <HowFar state={flag.state} />
        <BodyShort>
          <About flag={flag} />
        </BodyShort>
      </div>
      <BodyShort className="quiet">
        {words("raised")}: {dayAndTime(flag.raisedAt, language)}. {words("counts")}: {words(flag.countsAgainstOffice ? "yes" : "no")}.
      </BodyShort>
      {flag.call !== null && (
        <div>
          <Button size="xsmall" variant="tertiary" onClick={() => show(true)}>
            {words("showStory")}
          </Button>
        </div>
      )}
      {followUps.length > 0 && (
        <ol className="follow-ups" aria-label={words("followUp")}>
          {followUps.map((turn) => (
            <Turn key={turn.number} turn={turn} />
          ))}
        </ol>
      )}
      {shown && flag.call !== null && <StoryDialog call={flag.call} close={() => show(false)} />}
    </>
  );
};

const Turn = ({ turn }: { turn: FollowUp }) => {
  const { words, language } = useWords();
  return (
    <li className={`turn turn-${turn.act.toLowerCase()}`}>
      <BodyShort size="small">
        <strong>{words(`turn.${turn.act}`)}</strong>
        {turn.finding !== null && `: ${words(`finding.${turn.finding}`)}`}{" "}
        <span className="quiet">
          {turn.by}, {dayAndTime(turn.at, language)}
        </span>
      </BodyShort>
      {turn.text !== null && <BodyLong>{turn.text}</BodyLong>}
    </li>
  );
};

const longest = 1000;

const WhatNow = ({ story: { flag } }: { story: FlagStory }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { act, doing } = useActs();
  const [text, write] = useState("");
  const [finding, choose] = useState<FlagFinding>("NoDeviation");
  const [asks, answers, closes] = [followsUp(session.role) && mayAsk(flag), answersFor(session.role) && mayAnswer(flag), followsUp(session.role) && mayClose(flag)];
  if (!asks && !answers && !closes) return null;
  const ready = isClean(text) && text.length <= longest;
  const written = ready && text.trim() !== "";
  return (
    <>
      <GuardedField label={words(answers ? "turn.Answer" : asks ? "turn.Question" : "turn.Closing")} longest={longest} text={text} write={write} />
      <div className="choices">
        {answers && (
          <Button size="small" disabled={!written} loading={doing === "answerAbout"} onClick={() => act("answerAbout", () => server.answerAbout(flag.id, text))}>
            {words("flagAnswer")}
          </Button>
        )}
        {asks && (
          <Button size="small" disabled={!written} loading={doing === "askAbout"} onClick={() => act("askAbout", () => server.askAbout(flag.id, text))}>
            {words("flagAsk")}
          </Button>
        )}
      </div>
      {closes && (
        <div className="choices">
          <Select size="small" label={words("finding")} value={finding} onChange={(event) => choose(event.target.value as FlagFinding)}>
            {findings.map((one) => (
              <option key={one} value={one}>
                {words(`finding.${one}`)}
              </option>
            ))}
          </Select>
          <Button size="small" className="beside-field" variant="secondary" disabled={!ready} loading={doing === "closeFlag"} onClick={() => act("closeFlag", () => server.closeFlag(flag.id, finding, text.trim()))}>
            {words("flagClose")}
          </Button>
        </div>
      )}
    </>
  );
};
