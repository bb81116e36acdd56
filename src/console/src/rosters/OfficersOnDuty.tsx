import { CheckmarkCircleIcon, PauseIcon, PhoneIcon } from "@navikt/aksel-icons";
import type { Officer } from "../server/answers";
import { useWords } from "../words/useWords";

const icons = { Yes: CheckmarkCircleIcon, Busy: PhoneIcon, Paused: PauseIcon };

/** Who is on duty, and whether each can be reached now: by word and icon. */
export const OfficersOnDuty = ({ title, officers }: { title: string; officers: Officer[] }) => {
  const { words } = useWords();
  if (officers.length === 0) return null;
  return (
    <div className="on-duty">
      <h3>{title}</h3>
      <ul>
        {officers.map((officer) => {
          const Icon = icons[officer.reachable];
          return (
            <li key={officer.id}>
              {officer.name}
              <span className={`reachable reachable-${officer.reachable}`}>
                <Icon aria-hidden /> {words(`reachable.${officer.reachable}`)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
