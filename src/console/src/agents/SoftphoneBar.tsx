import { PhoneFillIcon } from "@navikt/aksel-icons";
import { Alert, BodyShort } from "@navikt/ds-react";
import { KeyButton } from "../keys/KeyButton";
import { useWords } from "../words/useWords";
import type { Softphone } from "./useSoftphone";

/** The telephone in the browser: answer it, or see that it does not work. Nothing while it is well and silent. */
export const SoftphoneBar = ({ softphone, rings }: { softphone: Softphone; rings: boolean }) => {
  const { words } = useWords();
  switch (softphone.state) {
    case "failed":
      return <Alert variant="error">{words("softphone.failed", { why: softphone.why })}</Alert>;
    case "connecting":
      return <BodyShort role="status">{words("softphone.connecting")}</BodyShort>;
    case "ringing":
      return (
        <KeyButton shortcut="answer" icon={<PhoneFillIcon aria-hidden />} press={softphone.answer} may={rings}>
          {words("answer")}
        </KeyButton>
      );
    default:
      return null;
  }
};
