import {
  BellFillIcon,
  CheckmarkCircleFillIcon,
  CircleIcon,
  EarIcon,
  HourglassIcon,
  MinusCircleIcon,
  PhoneIcon,
  XMarkOctagonIcon,
} from "@navikt/aksel-icons";
import type { LadderPerson } from "../server/answers";
import { useWords } from "../words/useWords";
import { standingOf } from "./ladder";

const iconOf = (state: string): typeof BellFillIcon => {
  switch (state) {
    case "Next":
      return CircleIcon;
    case "NotRung":
      return MinusCircleIcon;
    case "Dialling":
      return PhoneIcon;
    case "Ringing":
      return BellFillIcon;
    case "Listening":
      return EarIcon;
    case "FindingRoom":
      return HourglassIcon;
    case "Accepted":
      return CheckmarkCircleFillIcon;
    default:
      return XMarkOctagonIcon;
  }
};

/** One person on a rung and how it stands with them, by word and icon. */
export const LadderPersonRow = ({ person }: { person: LadderPerson }) => {
  const { told } = useWords();
  const Icon = iconOf(person.state);
  return (
    <li className={`person person-${standingOf(person.state)}`}>
      <Icon aria-hidden className={person.state === "Ringing" ? "shaking" : undefined} />
      <span>{person.name}</span>
      <span className="person-state">{told(`person.${person.state}`)}</span>
    </li>
  );
};
