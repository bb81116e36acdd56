import { Button, type ButtonProps } from "@navikt/ds-react";
import { useKeys, useShortcut } from "./Keys";
import { keyOf, type Shortcut } from "./keys";

type Props = Omit<ButtonProps, "onClick"> & { shortcut: Shortcut; press: () => void; may?: boolean };

/** A button that one key presses too; the key stands on it. */
export const KeyButton = ({ shortcut, press, may = true, children, ...button }: Props) => {
  const { on } = useKeys();
  useShortcut(shortcut, press, may && !button.loading);
  const key = keyOf[shortcut].toUpperCase();
  return (
    <Button {...button} disabled={!may} onClick={press} aria-keyshortcuts={on ? key : undefined}>
      {children}
      {on && (
        <kbd className="key" aria-hidden>
          {key}
        </kbd>
      )}
    </Button>
  );
};
