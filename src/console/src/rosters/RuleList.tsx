import { PencilIcon, TrashIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Heading } from "@navikt/ds-react";
import { useState } from "react";
import type { Colleague, RosterDraft, RuleDraft } from "../server/answers";
import { useWords } from "../words/useWords";
import { daysIn, freshId, put, without } from "./draft";
import { RuleDialog } from "./RuleDialog";

type Props = { roster: RosterDraft; colleagues: Colleague[]; edit: (roster: RosterDraft) => void };

/** Every rule of the draft in words, each to be changed or taken away. */
export const RuleList = ({ roster, colleagues, edit }: Props) => {
  const { words } = useWords();
  const [opened, open] = useState<RuleDraft | null>(null);
  const fresh = (): RuleDraft => ({
    id: freshId(roster, "shift"),
    role: "Primary",
    days: "mon-fri",
    from: "09:00",
    to: "15:00",
    validFrom: "",
    validTo: null,
    onHolidays: false,
    officer: colleagues[0]?.id ?? null,
    rotation: null,
  });
  return (
    <div className="rules">
      <Heading level="4" size="xsmall">
        {words("rules")}
      </Heading>
      {roster.rules.length === 0 && <BodyShort className="quiet">{words("rulesNone")}</BodyShort>}
      <ul>
        {roster.rules.map((rule) => (
          <li key={rule.id}>
            <RuleWords rule={rule} colleagues={colleagues} />
            <Button size="xsmall" variant="tertiary" icon={<PencilIcon title={words("ruleChange")} />} onClick={() => open(rule)} />
            <Button size="xsmall" variant="tertiary" icon={<TrashIcon title={words("ruleAway")} />} onClick={() => edit(without(roster, rule.id))} />
          </li>
        ))}
      </ul>
      <Button size="xsmall" variant="secondary" onClick={() => open(fresh())}>
        {words("ruleNew")}
      </Button>
      {opened && (
        <RuleDialog
          rule={opened}
          colleagues={colleagues}
          close={() => open(null)}
          keep={(rule) => {
            edit(put(roster, rule));
            open(null);
          }}
        />
      )}
    </div>
  );
};

const RuleWords = ({ rule, colleagues }: { rule: RuleDraft; colleagues: Colleague[] }) => {
  const { words, told } = useWords();
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? id;
  const days = daysIn(rule.days).map((day) => words(`weekday.${day}`));
  const who = rule.rotation === null ? nameOf(rule.officer ?? "") : rule.rotation.order.map(nameOf).join(" → ");
  return (
    <span className="rule">
      <strong>{told(rule.role.toLowerCase())}</strong>: {who}
      <span className="quiet">
        {" "}
        {days.join(", ")} {rule.from}–{rule.to}
        {rule.rotation && `, ${words("ruleTurn", { count: rule.rotation.turn, unit: told(`turn ${rule.rotation.unit}`) })}`}, {words("ruleSince", { day: rule.validFrom })}
        {rule.validTo && ` ${words("ruleUntil", { day: rule.validTo })}`}
        {rule.onHolidays && `, ${words("ruleHolidays")}`}
      </span>
    </span>
  );
};
