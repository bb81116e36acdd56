import { Alert, BodyShort, Heading, Loader } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useLive, useSnapshot } from "../live/Live";
import { OfficeSearch } from "../offices/OfficeSearch";
import { useOfficeNames } from "../offices/useOfficeNames";
import { useActs } from "../server/Acts";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { LineCard } from "./LineCard";

const nobodys: string[] = [];

/** An office's duty phones: one's own offices at once, others by search. */
export const LinesPage = () => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { error, forgive } = useActs();
  const [sought, seek] = useState<string | null>(null);
  const me = useQuery({ queryKey: ["me", session.token], queryFn: server.me });
  const own = me.data?.units ?? nobodys;
  const units = sought === null || own.includes(sought) ? own : [sought, ...own];
  const nameOf = useOfficeNames(server, units);
  return (
    <div className="stack">
      <ConnectionNotice />
      <section className="card">
        <Heading level="2" size="medium">
          {words("page.lines")}
        </Heading>
        <BodyShort spacing className="quiet">
          {words("linesWhy")}
        </BodyShort>
        <OfficeSearch label={words("findOffice")} choose={(chosen) => seek(chosen.office?.unit ?? null)} />
      </section>
      {error && <Failure error={error} close={forgive} />}
      {units.length === 0 && me.isSuccess && <Alert variant="info">{words("chooseOfficeFirst")}</Alert>}
      {units.map((unit) => (
        <OfficeLines key={unit} unit={unit} name={nameOf(unit)} />
      ))}
    </div>
  );
};

const OfficeLines = ({ unit, name }: { unit: string; name: string }) => {
  const { words } = useWords();
  const { server } = useLive();
  const lines = useSnapshot(["lines", unit], () => server.lines(unit));
  return (
    <section className="card" aria-label={name}>
      <Heading level="2" size="small" spacing>
        {name} <span className="quiet">{unit}</span>
      </Heading>
      {lines.isPending && <Loader title={words("loading")} />}
      {lines.error && <Failure error={lines.error} />}
      <div className="line-cards">
        {lines.data?.map((line) => (
          <LineCard key={line.id} line={line} />
        ))}
      </div>
    </section>
  );
};
