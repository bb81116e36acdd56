import { BellIcon, ChevronRightIcon, ExclamationmarkTriangleFillIcon, PersonGroupIcon, PhoneIcon } from "@navikt/aksel-icons";
import { lasting, timeOfDay } from "../clock";
import { useWords } from "../words/useWords";
import type { Line, Look } from "./story";

const icons: Record<Look, typeof BellIcon> = {
  step: ChevronRightIcon,
  rings: BellIcon,
  talks: PersonGroupIcon,
  wrong: ExclamationmarkTriangleFillIcon,
  promised: PhoneIcon,
};

/** When, how far into the call, who, and what. The icon repeats what the words say. */
export const StoryLine = ({ line }: { line: Line }) => {
  const { language } = useWords();
  const Icon = icons[line.look];
  return (
    <li className={`story-${line.look}`}>
      <span className="story-when">
        <time dateTime={line.at}>{timeOfDay(line.at, language)}</time>
        <span className="quiet">+{lasting(line.sinceStart)}</span>
      </span>
      <Icon aria-hidden />
      <span>
        {line.who && <strong>{line.who}: </strong>}
        {line.what}
        {line.detail && <span className="quiet"> – {line.detail}</span>}
      </span>
    </li>
  );
};
