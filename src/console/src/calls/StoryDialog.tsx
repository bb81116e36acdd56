import { BodyShort, Loader, Modal } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { timeOfDay } from "../clock";
import type { Server } from "../server";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { lines } from "./story";

/** All that happened in one call, in order; it goes on while the call does. */
export const StoryDialog = ({ server, call, close }: { server: Server; call: string; close: () => void }) => {
  const { words, told, language } = useWords();
  const story = useQuery({ queryKey: ["story", call], queryFn: () => server.story(call), refetchInterval: 2_000 });
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
