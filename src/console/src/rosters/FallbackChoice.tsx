import { Select } from "@navikt/ds-react";
import type { Colleague, LayerDraft, RosterDraft } from "../server/answers";
import { useWords } from "../words/useWords";

type Props = { roster: RosterDraft; colleagues: Colleague[]; edit: (roster: RosterDraft) => void };

/** Who stands in wherever the rest of a layer leaves nobody. */
export const FallbackChoice = ({ roster, colleagues, edit }: Props) => {
  const { words, told } = useWords();
  const standsIn = (layer: LayerDraft, officer: string) =>
    edit({ ...roster, layers: roster.layers.map((one) => (one.role === layer.role ? { ...one, fallback: officer === "" ? [] : [officer] } : one)) });
  if (roster.layers.length === 0) return null;
  return (
    <div className="choices fold">
      {roster.layers.map((layer) => (
        <Select
          key={layer.role}
          size="small"
          label={words("fallbackOf", { role: told(layer.role.toLowerCase()) })}
          value={layer.fallback[0] ?? ""}
          onChange={(event) => standsIn(layer, event.target.value)}
        >
          <option value="">{words("fallbackNobody")}</option>
          {colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      ))}
    </div>
  );
};
