import { ClockDashedIcon, EarIcon, ExclamationmarkTriangleFillIcon, LanguageIcon, QuestionmarkCircleIcon } from "@navikt/aksel-icons";
import { Tag } from "@navikt/ds-react";
import { read } from "../agents/say";
import type { Needs, Urgency } from "../server/answers";
import { useWords } from "../words/useWords";
import { needsTold } from "./needs";

/** How urgent, by word and icon; the colour only repeats it. */
export const UrgencyTag = ({ urgency }: { urgency: Urgency }) => {
  const { words } = useWords();
  if (urgency === "Urgent")
    return (
      <Tag size="small" variant="strong" data-color="danger" icon={<ExclamationmarkTriangleFillIcon aria-hidden />}>
        {words("urgency.Urgent")}
      </Tag>
    );
  const Icon = urgency === "CanWait" ? ClockDashedIcon : QuestionmarkCircleIcon;
  return (
    <Tag size="small" data-color="neutral" icon={<Icon aria-hidden />}>
      {words(`urgency.${urgency}`)}
    </Tag>
  );
};

/** What must be prepared for; nothing where nothing must. */
export const NeedsTags = ({ needs }: { needs: Needs }) => {
  const { words } = useWords();
  return needsTold(needs).map((say) => (
    <Tag key={say.key} size="small" variant="moderate" data-color="warning" icon={<EarIcon aria-hidden />}>
      {read(say, words)}
    </Tag>
  ));
};

/** The caller's language, where it is not the one that most speak. */
export const LanguageTag = ({ language }: { language: string }) => {
  const { words, told } = useWords();
  return (
    <Tag size="small" data-color="info" icon={<LanguageIcon aria-hidden />}>
      <span className="unseen">{words("language")}: </span>
      {told(`language.${language}`)}
    </Tag>
  );
};
