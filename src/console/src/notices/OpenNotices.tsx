import { BodyShort, Button, Heading } from "@navikt/ds-react";
import { dayAndTime, hourAndMinute } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { useOfficeNames } from "../offices/useOfficeNames";
import { useActs } from "../server/Acts";
import type { Notice } from "../server/answers";
import { seesFlags } from "../sign-in/session";
import { useWords } from "../words/useWords";

const most = 10;

/** What a lead or a supervisor was told and nobody has confirmed. Confirming here is the same as answering SVAR. */
export const OpenNotices = ({ unit }: { unit: string | null }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const notices = useSnapshot(["notices", unit ?? ""], () => server.openNotices(unit), { enabled: seesFlags(session.role) });
  const open = notices.data ?? [];
  const nameOf = useOfficeNames(server, [...new Set(open.slice(0, most).map((notice) => notice.unit))]);
  if (open.length === 0) return null;
  return (
    <section className="card announced" aria-labelledby="notices">
      <Heading id="notices" level="3" size="small" spacing>
        {words("notices")}
      </Heading>
      <ul className="offers">
        {open.slice(0, most).map((notice) => (
          <OneNotice key={notice.id} notice={notice} office={nameOf(notice.unit)} />
        ))}
      </ul>
      {open.length > most && <BodyShort>{words("andMore", { count: open.length - most })}</BodyShort>}
    </section>
  );
};

const OneNotice = ({ notice, office }: { notice: Notice; office: string }) => {
  const { words, told, language } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  return (
    <li>
      <div>
        <BodyShort>
          <strong>{told(`notice ${notice.kind}`)}</strong> {office}, {dayAndTime(notice.from, language)}–{hourAndMinute(notice.to, language)}
        </BodyShort>
        <BodyShort size="small" className="quiet">
          {words("noticeTo", { name: notice.recipient, when: dayAndTime(notice.sentAt ?? notice.dueAt, language) })}
          {notice.passOnAt !== null && ` ${words("noticePassedOn", { when: dayAndTime(notice.passOnAt, language) })}`}
        </BodyShort>
      </div>
      <Button size="small" variant="secondary" loading={doing === notice.id} onClick={() => act(notice.id, () => server.confirmNotice(notice.id))}>
        {words("noticeConfirm")}
      </Button>
    </li>
  );
};
