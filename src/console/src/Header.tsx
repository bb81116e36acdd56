import { InternalHeader, Spacer } from "@navikt/ds-react";
import { NavLink } from "react-router";
import { pagesOf, type Session } from "./sign-in/session";
import { languages, useWords } from "./words/useWords";

/** Where am I, as whom, in which language. */
export const Header = ({ session, signOut }: { session: Session | null; signOut: () => void }) => {
  const { words, language, choose } = useWords();
  return (
    <InternalHeader className="header">
      <InternalHeader.Title as="h1">{words("title")}</InternalHeader.Title>
      {session && (
        <nav className="pages" aria-label={words("pages")}>
          {pagesOf(session).map((page) => (
            <NavLink key={page} to={`/${page}`}>
              {words(`page.${page}`)}
            </NavLink>
          ))}
        </nav>
      )}
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
      {session && <InternalHeader.User name={session.person?.name ?? words(`role.${session.role}`)} description={session.person ? words(`role.${session.role}`) : words("demo")} />}
      {session && <InternalHeader.Button onClick={signOut}>{words("signOut")}</InternalHeader.Button>}
    </InternalHeader>
  );
};
