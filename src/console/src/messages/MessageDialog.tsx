import { ExclamationmarkTriangleFillIcon } from "@navikt/aksel-icons";
import { BodyShort, Loader, Modal, Tag } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { dayAndTime } from "../clock";
import { useLive } from "../live/Live";
import { useActs, useRefusal } from "../server/Acts";
import type { OpenedMessage } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";

/** What a message says. Opening it is a receipt, so it is asked for once and kept no longer than the dialog is open. */
export const MessageDialog = ({ id, close }: { id: string; close: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act } = useActs();
  const error = useRefusal();
  const [opened, show] = useState<OpenedMessage | null>(null);
  useEffect(() => void act("openMessage", async () => show(await server.openMessage(id))), [act, server, id]);
  return (
    <Modal open onClose={close} width="medium" header={{ heading: words("message") }}>
      <Modal.Body tabIndex={0}>
        {error && <Failure error={error} />}
        {opened === null ? error === null && <Loader title={words("loading")} /> : <Said opened={opened} />}
      </Modal.Body>
    </Modal>
  );
};

const Said = ({ opened }: { opened: OpenedMessage }) => {
  const { words, language } = useWords();
  return (
    <>
      <BodyShort spacing className="quiet">
        {words("messageFrom", { who: opened.message.sender, when: dayAndTime(opened.message.sentAt, language) })}
      </BodyShort>
      {opened.message.urgent && (
        <Tag variant="warning" size="small" icon={<ExclamationmarkTriangleFillIcon aria-hidden />}>
          {words("urgent")}
        </Tag>
      )}
      <dl className="said">
        <Line term="note.about" said={opened.about.map((one) => words(`note.${one}`)).join(", ")} />
        <Line term="needs.interpreter" said={opened.interpreter ?? words("messageNoInterpreter")} />
        <Line term="messageLanguage" said={words(`messageLanguage.${opened.language === "nn" || opened.language === "en" ? opened.language : "nb"}`)} />
        <Line term="note.reach" said={words(`note.reach.${opened.reach}`)} />
        <Line term="note.when" said={words(`note.when.${opened.when}`)} />
        {opened.text !== null && <Line term="messageLine" said={opened.text} />}
      </dl>
    </>
  );
};

const Line = ({ term, said }: { term: "note.about" | "needs.interpreter" | "messageLanguage" | "note.reach" | "note.when" | "messageLine"; said: string }) => {
  const { words } = useWords();
  return (
    <div>
      <dt>{words(term)}</dt>
      <dd>{said}</dd>
    </div>
  );
};
