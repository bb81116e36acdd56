import { CheckmarkCircleIcon, ClockDashedIcon, ExclamationmarkTriangleFillIcon, HourglassBottomFilledIcon } from "@navikt/aksel-icons";
import { Tag } from "@navikt/ds-react";
import { useWords } from "../words/useWords";

/** How pressing it is, by word and icon; the colour only repeats it. */
export const Status = ({ overdue, urgent, calm }: { overdue?: boolean; urgent: boolean; calm: "open" | "canWait" }) => {
  const { words } = useWords();
  return (
    <span className="tags">
      {overdue && (
        <Tag variant="error" size="small" icon={<HourglassBottomFilledIcon aria-hidden />}>
          {words("overdue")}
        </Tag>
      )}
      {urgent && (
        <Tag variant="warning" size="small" icon={<ExclamationmarkTriangleFillIcon aria-hidden />}>
          {words("urgent")}
        </Tag>
      )}
      {!overdue && !urgent && (
        <Tag variant="neutral" size="small" icon={calm === "open" ? <CheckmarkCircleIcon aria-hidden /> : <ClockDashedIcon aria-hidden />}>
          {words(calm)}
        </Tag>
      )}
    </span>
  );
};
