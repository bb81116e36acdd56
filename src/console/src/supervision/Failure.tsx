import { Alert } from "@navikt/ds-react";
import { NoAnswer } from "../server/ask";
import { useWords } from "../words/useWords";

/** What the server said no to; or that it could not be reached. */
export const Failure = ({ error }: { error: Error }) => {
  const { words } = useWords();
  return <Alert variant="error">{error instanceof NoAnswer ? words("failed", { why: error.message }) : words("noConnection")}</Alert>;
};
