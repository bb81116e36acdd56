import { InternalHeader, Spacer } from "@navikt/ds-react";
import type { Role } from "./sign-in/session";
import { languages, useWords } from "./words/useWords";

/** Where am I, as whom, in which language. */
export const Header = ({ role, signOut }: { role: Role | null; signOut: () => void }) => {
  const { words, language, choose } = useWords();
  return (
    <InternalHeader>
      <InternalHeader.Title as="h1">{words("title")}</InternalHeader.Title>
      <Spacer />
      <label className="language">
        <span className="unseen">{words("language")}</span>
        <select value={language} onChange={(event) => choose(event.target.value)}>
          {languages.map((one) => (
            <option key={one.code} value={one.code} lang={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {role && <InternalHeader.User name={words(`role.${role}`)} description={words("demo")} />}
      {role && <InternalHeader.Button onClick={signOut}>{words("signOut")}</InternalHeader.Button>}
    </InternalHeader>
  );
};
