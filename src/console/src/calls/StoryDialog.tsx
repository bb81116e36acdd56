import { BodyShort, Loader, Modal } from "@navikt/ds-react";
import { lasting, secondsSince, timeOfDay } from "../clock";
import { useLive, useNow, useSnapshot } from "../live/Live";
import { usePlaceNames } from "../offices/usePlaceNames";
import type { Story } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { lines, placesIn } from "./story";
import { StoryLine } from "./StoryLine";

/** All that happened in one call, in order; it goes on while the call does. */
export const StoryDialog = ({ call, close }: { call: string; close: () => void }) => {
  const { server } = useLive();
  const { words } = useWords();
  const story = useSnapshot(["story", call], () => server.story(call));
  return (
    <Modal open onClose={close} closeOnBackdropClick width="medium" header={{ heading: words("story") }}>
      <Modal.Body tabIndex={0}>
        {story.isPending && <Loader title={words("loading")} />}
        {story.error && <Failure error={story.error} />}
        {story.data && <Told story={story.data} />}
      </Modal.Body>
    </Modal>
  );
};

const Told = ({ story }: { story: Story }) => {
  const { words, told } = useWords();
  const placeOf = usePlaceNames(placesIn(story.timeline));
  if (story.timeline.length === 0) return <BodyShort>{words("storyEmpty")}</BodyShort>;
  return (
    <>
      <Summary story={story} />
      <ol className="story">
        {lines(story.timeline, (text) => placeOf(text) ?? told(text)).map((line) => (
          <StoryLine key={line.sequence} line={line} />
        ))}
      </ol>
    </>
  );
};

const Summary = ({ story: { call } }: { story: Story }) => {
  const { words, told, language } = useWords();
  const now = useNow();
  const end = call.endedAt === null ? now : Date.parse(call.endedAt);
  return (
    <BodyShort spacing className="quiet">
      {words("story.came")} {timeOfDay(call.startedAt, language)}. {words(call.endedAt === null ? "story.lasts" : "story.lasted")}{" "}
      {lasting(secondsSince(call.startedAt, end))}.{call.endedBecause !== null && ` ${words("story.ended")}: ${told(call.endedBecause)}.`}
    </BodyShort>
  );
};
