import { Button } from "@navikt/ds-react";
import { useState } from "react";
import { useLive } from "../live/Live";
import type { Suggestion } from "../offices/hits";
import { OfficeSearch } from "../offices/OfficeSearch";
import { useActs } from "../server/Acts";
import type { Callback, CallbackOutcome } from "../server/answers";
import { useWords } from "../words/useWords";
import { outcomesOf } from "./pressing";

/** How it went, by one tap; of the wrong office, also where it belongs. */
export const OutcomeChoice = ({ owed }: { owed: Callback }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const [elsewhere, seek] = useState(false);
  const say = (outcome: CallbackOutcome, unit: string | null = null) =>
    act(`${outcome} ${owed.id}`, () => server.concludeCallback(owed.id, outcome, unit));
  const choose = (chosen: Suggestion) => chosen.office !== null && say("WrongOffice", chosen.office.unit);
  return (
    <fieldset className="outcomes">
      <legend className="quiet">{words("howDidItGo")}</legend>
      <div className="choices">
        {outcomesOf(owed).map((outcome) => (
          <Button
            key={outcome}
            size="small"
            variant="secondary"
            loading={doing === `${outcome} ${owed.id}`}
            aria-expanded={outcome === "WrongOffice" ? elsewhere : undefined}
            onClick={() => (outcome === "WrongOffice" ? seek(!elsewhere) : say(outcome))}
          >
            {words(`outcome.${outcome}`)}
          </Button>
        ))}
      </div>
      {elsewhere && (
        <div className="elsewhere">
          <OfficeSearch begins label={words("rightOffice")} choose={choose} />
          <Button size="small" variant="tertiary" onClick={() => say("WrongOffice")}>
            {words("toContactCentre")}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
