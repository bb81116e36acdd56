import { Alert } from "@navikt/ds-react";
import { NoAnswer } from "../server/ask";
import { useWords } from "../words/useWords";

/** What the server said no to; or that it could not be reached. */
export const Failure = ({ error, close }: { error: Error; close?: () => void }) => {
  const { words } = useWords();
  return (
    <Alert variant="error" size="small" closeButton={close !== undefined} onClose={close}>
      {error instanceof NoAnswer ? words("failed", { why: error.message }) : words("noConnection")}
    </Alert>
  );
};
