import { Buildings3Icon, LocationPinIcon } from "@navikt/aksel-icons";
import { BodyShort } from "@navikt/ds-react";
import { useLive } from "../live/Live";
import { placeInWords } from "../offices/hits";
import { OfficeSearch } from "../offices/OfficeSearch";
import { useActs } from "../server/Acts";
import type { DeskCall } from "../server/answers";
import { useWords } from "../words/useWords";

/** Where the caller is now, which office that suggests, and another one by search. */
export const PlaceForm = ({ call }: { call: DeskCall }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act } = useActs();
  return (
    <div className="place">
      <dl className="facts">
        <dt>
          <LocationPinIcon aria-hidden /> {words("whereNow")}
        </dt>
        <dd>{call.place === null ? words("told.unknownPlace") : placeInWords(call.place)}</dd>
        <dt>
          <Buildings3Icon aria-hidden /> {words("office")}
        </dt>
        <dd>{call.office === null ? <BodyShort as="span">{words("chooseOffice")}</BodyShort> : <strong>{call.office.name}</strong>}</dd>
      </dl>
      <OfficeSearch shortcut label={words("otherPlace")} choose={(chosen) => act("place", () => server.place(call.id, chosen.choice))} />
    </div>
  );
};
