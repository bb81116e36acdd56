import { BodyShort, Loader, Modal } from "@navikt/ds-react";
import { timeOfDay } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { lines } from "./story";

/** All that happened in one call, in order; it goes on while the call does. */
export const StoryDialog = ({ call, close }: { call: string; close: () => void }) => {
  const { server } = useLive();
  const { words, told, language } = useWords();
  const story = useSnapshot(["story", call], () => server.story(call));
  return (
    <Modal open onClose={close} closeOnBackdropClick width="medium" header={{ heading: words("story") }}>
      <Modal.Body>
        {story.isPending && <Loader title={words("loading")} />}
        {story.error && <Failure error={story.error} />}
        {story.data?.timeline.length === 0 && <BodyShort>{words("storyEmpty")}</BodyShort>}
        <ol className="story">
          {lines(story.data?.timeline ?? [], told).map((line) => (
            <li key={line.sequence}>
              <time dateTime={line.at}>{timeOfDay(line.at, language)}</time>
              <span>
                {line.who && <strong>{line.who}: </strong>}
                {line.what}
                {line.detail && <span className="quiet"> – {line.detail}</span>}
              </span>
            </li>
          ))}
        </ol>
      </Modal.Body>
    </Modal>
  );
};
