import { BodyShort, Button, Heading } from "@navikt/ds-react";
import { dayAndTime, hourAndMinute } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { useActs } from "../server/Acts";
import type { ShiftOffer } from "../server/answers";
import { keepsLines } from "../sign-in/session";
import { useWords } from "../words/useWords";

/** Shifts that somebody would like a colleague to take. Nothing is shown where none are offered. */
export const ShiftOffers = ({ line, isMine }: { line: string; isMine: boolean }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const offers = useSnapshot(["offers", line], () => server.offers(line), { enabled: isMine && keepsLines(session.role) });
  if (!offers.data || offers.data.length === 0) return null;
  return (
    <section className="card announced" aria-labelledby="offers">
      <Heading id="offers" level="3" size="small" spacing>
        {words("offers")}
      </Heading>
      <ul className="offers">
        {offers.data.map((offer) => (
          <OneOffer key={offer.id} line={line} offer={offer} />
        ))}
      </ul>
    </section>
  );
};

const OneOffer = ({ line, offer }: { line: string; offer: ShiftOffer }) => {
  const { words, told, language } = useWords();
  const { server, session } = useLive();
  const { act, doing } = useActs();
  const me = session.person?.id;
  const isLead = session.role !== "officer";
  const mayTake = me !== undefined && me !== offer.giver.id && (offer.asked === null || offer.asked.id === me);
  return (
    <li>
      <BodyShort>
        {words("offerOf", { name: offer.giver.name, role: told(offer.role.toLowerCase()), from: dayAndTime(offer.from, language), to: hourAndMinute(offer.to, language) })}{" "}
        {offer.asked && words("offerAsked", { name: offer.asked.name })}
      </BodyShort>
      <div className="choices">
        {mayTake && (
          <Button size="small" loading={doing === offer.id} onClick={() => act(offer.id, () => server.takeOffer(line, offer.id, me ?? null))}>
            {words("takeIt")}
          </Button>
        )}
        {offer.asked && (isLead || offer.asked.id === me) && (
          <Button size="small" variant="secondary" loading={doing === `no ${offer.id}`} onClick={() => act(`no ${offer.id}`, () => server.refuseOffer(line, offer.id))}>
            {words("refuseIt")}
          </Button>
        )}
        {(isLead || offer.giver.id === me) && (
          <Button size="small" variant="secondary" loading={doing === `back ${offer.id}`} onClick={() => act(`back ${offer.id}`, () => server.withdrawOffer(line, offer.id))}>
            {words("withdraw")}
          </Button>
        )}
      </div>
    </li>
  );
};
