import { BodyShort, Button, Heading, Select, Textarea } from "@navikt/ds-react";
import { type FormEvent, useState } from "react";
import { hourAndMinute } from "../clock";
import { useLive, useNow } from "../live/Live";
import { type HowLong, howLong, until } from "../rosters/outOfService";
import { useActs } from "../server/Acts";
import type { Announcement, Texts } from "../server/answers";
import { languages, useWords } from "../words/useWords";
import { longest, missing, secondsToSay } from "./announcement";

const Preview = ({ texts }: { texts: Texts }) => {
  const { words } = useWords();
  return (
    <div className="preview">
      <Heading level="3" size="xsmall">
        {words("announcePreview")}
      </Heading>
      {languages.map(({ code }) => (
        <p key={code} lang={code} className="spoken">
          {texts[code].trim() || "–"}
        </p>
      ))}
    </div>
  );
};

const empty: Texts = { nb: "", nn: "", en: "" };

/** Three texts and an end; what is written is what will be said, so it is shown as callers hear it before it is switched on. */
export const AnnouncementForm = ({ announcement }: { announcement: Announcement | null }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const now = useNow();
  const [texts, write] = useState<Texts>(announcement?.texts ?? empty);
  const [long, choose] = useState<HowLong | "open">("twoHours");
  const [tried, tryIt] = useState(false);
  const lacking = missing(texts);
  const end = long === "open" ? null : until(long, now);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    tryIt(true);
    if (lacking.length === 0) void act("announce", () => server.announce({ texts, until: end?.toISOString() ?? null }));
  };

  return (
    <section className="card" aria-labelledby="announce">
      <Heading id="announce" level="2" size="medium">
        {words(announcement === null ? "announce" : "announceOther")}
      </Heading>
      <BodyShort spacing className="quiet">
        {words("announceWhy")}
      </BodyShort>
      <form className="fields" onSubmit={submit} noValidate>
        {languages.map(({ code, name }) => (
          <Textarea
            key={code}
            size="small"
            lang={code}
            label={name}
            description={words("announceTakes", { seconds: secondsToSay(texts[code]) })}
            maxLength={longest}
            minRows={2}
            value={texts[code]}
            error={tried && lacking.includes(code) ? words("announceMissing", { language: name }) : undefined}
            onChange={(event) => write({ ...texts, [code]: event.target.value })}
          />
        ))}
        <div className="bar">
          <Select size="small" label={words("announceUntil")} value={long} onChange={(event) => choose(event.target.value as HowLong | "open")}>
            {howLong.map((one) => (
              <option key={one} value={one}>
                {words(`outFor.${one}`)}
              </option>
            ))}
            <option value="open">{words("announceNoEnd")}</option>
          </Select>
          <Button loading={doing === "announce"}>
            {end === null ? words("announceOn") : words("announceOnUntil", { when: hourAndMinute(end.getTime(), language) })}
          </Button>
        </div>
      </form>
      {lacking.length < languages.length && <Preview texts={texts} />}
    </section>
  );
};
