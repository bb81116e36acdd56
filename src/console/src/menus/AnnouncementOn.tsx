import { MegaphoneSpeakingFillIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Heading } from "@navikt/ds-react";
import { dayAndTime } from "../clock";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Announcement } from "../server/answers";
import { useWords } from "../words/useWords";

/** What callers hear now, since when, by whom, until when; and off with it. */
export const AnnouncementOn = ({ announcement }: { announcement: Announcement }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  return (
    <section className="card announced" aria-labelledby="announced">
      <div className="bar">
        <Heading id="announced" level="2" size="medium">
          <MegaphoneSpeakingFillIcon aria-hidden /> {words("announced")}
        </Heading>
        <Button variant="secondary" loading={doing === "silence"} onClick={() => act("silence", server.silence)}>
          {words("announceOff")}
        </Button>
      </div>
      <BodyShort spacing className="quiet">
        {words("announcedSince", { when: dayAndTime(announcement.since, language), who: announcement.by ?? "–" })}{" "}
        {announcement.until === null ? words("announcedNoEnd") : words("announcedUntil", { when: dayAndTime(announcement.until, language) })}
      </BodyShort>
      {(["nb", "nn", "en"] as const).map((code) => (
        <p key={code} lang={code} className="spoken">
          {announcement.texts[code]}
        </p>
      ))}
    </section>
  );
};
