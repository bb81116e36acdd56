import { Select } from "@navikt/ds-react";
import { useWords } from "../words/useWords";
import type { Filter } from "./filter";

type Props = { filter: Filter; choose: (filter: Filter) => void; units: string[]; nameOf: (unit: string) => string };

export const OfficeFilter = ({ filter, choose, units, nameOf }: Props) => {
  const { words } = useWords();
  return (
    <Select label={words("office")} size="small" value={filter} onChange={(event) => choose(event.target.value)}>
      <option value="all">{words("allOffices")}</option>
      <option value="centre">{words("contactCentre")}</option>
      {units.map((unit) => (
        <option key={unit} value={unit}>
          {nameOf(unit)}
        </option>
      ))}
    </Select>
  );
};
