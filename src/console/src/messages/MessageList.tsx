import { CheckmarkCircleIcon, EnvelopeClosedIcon, ExclamationmarkTriangleFillIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Heading, Loader, Tag } from "@navikt/ds-react";
import { useState } from "react";
import { dayAndTime, hourAndMinute } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { useOfficeNames } from "../offices/useOfficeNames";
import type { Message } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { MessageDialog } from "./MessageDialog";
import { isUnread, unread } from "./message";

const none: Message[] = [];

/** What was sent, with who has read it when; or what the office got, unread first. */
export const MessageList = ({ isSender }: { isSender: boolean }) => {
  const { words } = useWords();
  const { server } = useLive();
  const messages = useSnapshot(["messages"], server.messages);
  const all = messages.data ?? none;
  const [opened, open] = useState<string | null>(null);
  const nameOf = useOfficeNames(server, [...new Set(all.map((message) => message.unit))].sort());
  return (
    <section className="card" aria-labelledby="messages">
      <Heading id="messages" level="2" size="medium">
        {words(isSender ? "messagesSent" : "page.messages")}
      </Heading>
      <BodyShort spacing className="quiet">
        {isSender ? words("messagesSentWhy") : words("messagesWhy", { count: unread(all) })}
      </BodyShort>
      {messages.error && <Failure error={messages.error} />}
      {messages.isPending && <Loader title={words("loading")} />}
      {messages.data && all.length === 0 && <BodyShort>{words("noMessages")}</BodyShort>}
      <ul className="offers">
        {all.map((message) => (
          <OneMessage key={message.id} message={message} office={nameOf(message.unit)} isSender={isSender} open={open} />
        ))}
      </ul>
      {opened !== null && <MessageDialog id={opened} close={() => open(null)} />}
    </section>
  );
};

type OneProps = { message: Message; office: string; isSender: boolean; open: (message: string) => void };

const OneMessage = ({ message, office, isSender, open }: OneProps) => {
  const { words, language } = useWords();
  const when = dayAndTime(message.sentAt, language);
  return (
    <li>
      <div>
        <BodyShort className="tags">
          <strong>{isSender ? office : message.sender}</strong> <span>{when}</span>
          {message.urgent && (
            <Tag variant="warning" size="xsmall" icon={<ExclamationmarkTriangleFillIcon aria-hidden />}>
              {words("urgent")}
            </Tag>
          )}
          <Tag variant={isUnread(message) ? "info" : "neutral"} size="xsmall" icon={isUnread(message) ? <EnvelopeClosedIcon aria-hidden /> : <CheckmarkCircleIcon aria-hidden />}>
            {words(isUnread(message) ? (isSender ? "messageSentState" : "messageUnread") : "messageRead")}
          </Tag>
        </BodyShort>
        {message.reads.length > 0 && (
          <BodyShort size="small" className="quiet">
            {words("messageReadBy", { who: message.reads.map((read) => `${read.reader} ${hourAndMinute(read.at, language)}`).join(", ") })}
          </BodyShort>
        )}
      </div>
      <Button size="small" variant={isUnread(message) && !isSender ? "primary" : "secondary"} aria-label={words("openMessageOf", { who: isSender ? office : message.sender, when })} onClick={() => open(message.id)}>
        {words("openMessage")}
      </Button>
    </li>
  );
};
