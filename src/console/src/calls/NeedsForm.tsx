import { Checkbox, CheckboxGroup, TextField } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { DeskCall, Needs } from "../server/answers";
import { useWords } from "../words/useWords";
import { checkedOf, needsOf } from "./needs";

/** Languages that are asked for most, as the people who speak them and those who interpret say them in Norway. */
const languages = ["arabisk", "dari", "engelsk", "farsi", "fransk", "kurdisk (sorani)", "litauisk", "pashto", "polsk", "rumensk", "russisk", "somali", "spansk", "tigrinja", "tyrkisk", "ukrainsk", "urdu", "vietnamesisk"];

/** What must be prepared for; saved as it is said, and follows the call to the office. */
export const NeedsForm = ({ call }: { call: DeskCall }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act } = useActs();
  const save = (needs: Needs) => act("needs", () => server.needs(call.id, needs));
  const [language, write] = useState(call.needs.interpreter ?? "");
  const [asked, ask] = useState(call.needs.interpreter !== null);
  useEffect(() => {
    write(call.needs.interpreter ?? "");
    ask(call.needs.interpreter !== null);
  }, [call.needs.interpreter]);

  const check = (checked: string[]) => {
    const wants = checked.includes("interpreter");
    ask(wants);
    const needs = needsOf(checked, language);
    // An interpreter without a language says nothing: that waits until the language is written.
    if (!wants || language.trim() !== "" || needs.samiSpeaking !== call.needs.samiSpeaking || needs.textInstead !== call.needs.textInstead) void save(needs);
  };
  const named = () => {
    if (language.trim() !== (call.needs.interpreter ?? "")) void save(needsOf(checkedOf(call.needs, true), language));
  };

  return (
    <div className="needs">
      <CheckboxGroup size="small" legend={words("needs")} value={checkedOf(call.needs, asked)} onChange={check}>
        <Checkbox value="interpreter">{words("needs.interpreter")}</Checkbox>
        <Checkbox value="sami">{words("needs.sami")}</Checkbox>
        <Checkbox value="text">{words("needs.text")}</Checkbox>
      </CheckboxGroup>
      {asked && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            named();
          }}
        >
          <TextField size="small" label={words("needs.language")} list="interpreted" autoComplete="off" value={language} onChange={(event) => write(event.target.value)} onBlur={named} />
          <datalist id="interpreted">
            {languages.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </form>
      )}
    </div>
  );
};
