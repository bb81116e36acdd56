import { Provider, Theme } from "@navikt/ds-react";
import { en, nb, nn } from "@navikt/ds-react/locales";
import { useState } from "react";
import { Header } from "./Header";
import { forget, remember, remembered, type Role } from "./sign-in/session";
import { SignInPage } from "./sign-in/SignInPage";
import { SupervisionPage } from "./supervision/SupervisionPage";
import { LanguageProvider, useWords } from "./words/useWords";

const akselWords = { nb, nn, en };

export const App = () => (
  <LanguageProvider>
    <Pages />
  </LanguageProvider>
);

const Pages = () => {
  const { language } = useWords();
  const [role, setRole] = useState<Role | null>(remembered);

  const signIn = (chosen: Role) => {
    remember(chosen);
    setRole(chosen);
  };
  const signOut = () => {
    forget();
    setRole(null);
  };

  return (
    <Provider locale={akselWords[language]}>
      <Theme>
        <Header role={role} signOut={signOut} />
        <main className="page">{role ? <SupervisionPage key={role} role={role} /> : <SignInPage signIn={signIn} />}</main>
      </Theme>
    </Provider>
  );
};
