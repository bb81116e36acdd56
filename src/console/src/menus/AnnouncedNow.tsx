import { MegaphoneSpeakingFillIcon } from "@navikt/aksel-icons";
import { useLive, useSnapshot } from "../live/Live";
import { useWords } from "../words/useWords";

/** What every caller has just heard before they came to an agent; nothing while nothing is announced. */
export const AnnouncedNow = () => {
  const { words, language } = useWords();
  const { server } = useLive();
  const { data } = useSnapshot(["announcement"], server.announcement);
  if (!data) return null;
  return (
    <p className="announced-now">
      <MegaphoneSpeakingFillIcon aria-hidden /> <strong>{words("announcedNow")}:</strong> {data.texts[language]}
    </p>
  );
};
