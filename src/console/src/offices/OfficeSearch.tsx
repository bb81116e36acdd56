import { BodyShort, TextField } from "@navikt/ds-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { beginsHere } from "../autofocus";
import { useKeys, useShortcut } from "../keys/Keys";
import { useWords } from "../words/useWords";
import type { Suggestion } from "./hits";
import { useSuggestions } from "./useSuggestions";

type Props = {
  label: string;
  choose: (chosen: Suggestion) => void;
  /** F leads here. */
  shortcut?: boolean;
  /** The dialog around it begins here. */
  begins?: boolean;
};

/** Finds an office by municipality, postcode, place, district, unit number, or an old name or number: write, arrow down, Enter. */
export const OfficeSearch = ({ label, choose, shortcut = false, begins = false }: Props) => {
  const { words, told } = useWords();
  const { on } = useKeys();
  const [text, write] = useState("");
  const [at, moveTo] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const { found, asked, error } = useSuggestions(text);
  const marked = Math.min(at, found.length - 1);
  const open = found.length > 0;
  useShortcut(shortcut ? "search" : null, () => field.current?.focus(), true);

  const pick = (one: Suggestion | undefined) => {
    if (one === undefined) return;
    write("");
    choose(one);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") moveTo((marked + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") moveTo((marked + found.length - 1) % Math.max(1, found.length));
    else if (event.key === "Enter") pick(found[marked]);
    else if (event.key === "Escape") {
      write("");
      field.current?.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="office-search">
      <TextField
        ref={(element) => {
          field.current = element;
          if (begins) beginsHere(element);
        }}
        size="small"
        label={
          <>
            {label}
            {shortcut && on && (
              <kbd className="key" aria-hidden>
                F
              </kbd>
            )}
          </>
        }
        description={words("searchHow")}
        autoComplete="off"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${list}-${marked}` : undefined}
        aria-keyshortcuts={shortcut && on ? "F" : undefined}
        value={text}
        onChange={(event) => {
          write(event.target.value);
          moveTo(0);
        }}
        onKeyDown={press}
      />
      <ul id={list} role="listbox" aria-label={label} hidden={!open}>
        {found.map((one, index) => (
          <li key={one.id} id={`${list}-${index}`} role="option" aria-selected={index === marked} onMouseDown={(event) => event.preventDefault()} onClick={() => pick(one)}>
            <span>
              <strong>{one.name}</strong> <span className="quiet">{told(`hit.${one.kind}`)}</span>
              {one.today !== null && one.today.split(",")[0] !== one.name && <span> → {one.today}</span>}
            </span>
            <span className="quiet">{one.office === null ? words("unknownOffice") : `${one.office.name} ${one.office.unit}`}</span>
          </li>
        ))}
      </ul>
      <BodyShort size="small" role="status" className={open ? "unseen" : "quiet"}>
        {error ? words("searchFailed") : asked ? (open ? words("searchFound", { count: found.length }) : words("searchNothing")) : ""}
      </BodyShort>
    </div>
  );
};
