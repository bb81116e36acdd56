/**
 * A ref for what a dialog's keyboard begins at. React's autoFocus comes too early: the browser moves the focus when the dialog
 * opens, to what carries the attribute.
 */
export const beginsHere = (element: HTMLElement | null): void => element?.setAttribute("autofocus", "");
