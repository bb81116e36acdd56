import { Button } from "@navikt/ds-react";
import { dayAndTime } from "../clock";
import { useWords } from "../words/useWords";

export const StoryButton = ({ call, when, show }: { call: string; when: string; show: (call: string) => void }) => {
  const { words, language } = useWords();
  return (
    <Button
      size="small"
      variant="tertiary"
      className="unbroken"
      aria-label={words("showStoryOf", { when: dayAndTime(when, language) })}
      onClick={() => show(call)}
    >
      {words("showStory")}
    </Button>
  );
};
