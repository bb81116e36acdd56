import { CheckmarkCircleIcon, CircleSlashIcon, ExclamationmarkTriangleFillIcon } from "@navikt/aksel-icons";
import { Tag } from "@navikt/ds-react";
import { dayAndTime } from "../clock";
import type { Line } from "../server/answers";
import { useWords } from "../words/useWords";

/** Whether the line is kept: in service with somebody on duty, by word and icon. */
export const LineState = ({ line }: { line: Line }) => {
  const { words, language } = useWords();
  return (
    <p className="tags">
      {line.isOutOfService ? (
        <Tag size="small" variant="moderate" data-color="danger" icon={<CircleSlashIcon aria-hidden />}>
          {line.outOfServiceUntil === null ? words("outOfService") : words("outOfServiceUntil", { when: dayAndTime(line.outOfServiceUntil, language) })}
        </Tag>
      ) : line.isKept ? (
        <Tag size="small" data-color="success" icon={<CheckmarkCircleIcon aria-hidden />}>
          {words("kept")}
        </Tag>
      ) : (
        <Tag size="small" variant="moderate" data-color="warning" icon={<ExclamationmarkTriangleFillIcon aria-hidden />}>
          {words("notKept")}
        </Tag>
      )}
      {line.transfersOnly && (
        <Tag size="small" data-color="info">
          {words("transfersOnly")}
        </Tag>
      )}
    </p>
  );
};
