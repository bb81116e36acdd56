import { Provider, Theme } from "@navikt/ds-react";
import { en, nb, nn } from "@navikt/ds-react/locales";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { HashRouter, Navigate, Route, Routes } from "react-router";
import { AgentPage } from "./agents/AgentPage";
import { CallbacksPage } from "./callbacks/CallbacksPage";
import { Header } from "./Header";
import { KeysProvider } from "./keys/Keys";
import { LiveProvider } from "./live/Live";
import { AnnouncementPage } from "./menus/AnnouncementPage";
import { FlowsPage } from "./menus/FlowsPage";
import { PublicPage } from "./reports/PublicPage";
import { ReportsPage } from "./reports/ReportsPage";
import { MessagesPage } from "./messages/MessagesPage";
import { CoveragePage } from "./rosters/CoveragePage";
import { LinesPage } from "./rosters/LinesPage";
import { RosterPage } from "./rosters/RosterPage";
import { ActsProvider } from "./server/Acts";
import { forget, type Page, pagesOf, remember, remembered, type Session } from "./sign-in/session";
import { SignInPage } from "./sign-in/SignInPage";
import { FlagsPage } from "./supervision/FlagsPage";
import { SupervisionPage } from "./supervision/SupervisionPage";
import { WallboardPage } from "./wallboard/WallboardPage";
import { LanguageProvider, useWords } from "./words/useWords";

const akselWords = { nb, nn, en };

// The page's place is after a #, so that the server has one page to serve whichever is open.
export const App = () => (
  <LanguageProvider>
    <HashRouter>
      <Console />
    </HashRouter>
  </LanguageProvider>
);

const Console = () => {
  const { language } = useWords();
  const questions = useQueryClient();
  const [session, setSession] = useState<Session | null>(remembered);

  const signIn = (chosen: Session) => {
    remember(chosen);
    setSession(chosen);
  };
  const signOut = () => {
    forget();
    questions.clear();
    setSession(null);
  };

  return (
    <Provider locale={akselWords[language]}>
      <Theme>
        <Header session={session} signOut={signOut} />
        <main className="page">
          <Routes>
            <Route path="/public" element={<PublicPage />} />
            <Route path="*" element={session === null ? <SignInPage signIn={signIn} /> : <Pages key={session.token} session={session} />} />
          </Routes>
        </main>
      </Theme>
    </Provider>
  );
};

const Pages = ({ session }: { session: Session }) => {
  const pages = pagesOf(session);
  return (
    <LiveProvider session={session}>
      <KeysProvider>
        <ActsProvider>
          <Routes>
            {pages.map((page) => (
              <Route key={page} path={page} element={<Opened page={page} session={session} />} />
            ))}
            <Route path="*" element={<Navigate to={`/${pages[0]}`} replace />} />
          </Routes>
        </ActsProvider>
      </KeysProvider>
    </LiveProvider>
  );
};

const Opened = ({ page, session }: { page: Page; session: Session }) => {
  switch (page) {
    case "desk":
      return session.person && <AgentPage agent={session.person} />;
    case "callbacks":
      return <CallbacksPage />;
    case "supervision":
      return <SupervisionPage />;
    case "flags":
      return <FlagsPage />;
    case "wallboard":
      return <WallboardPage />;
    case "messages":
      return <MessagesPage />;
    case "lines":
      return <LinesPage />;
    case "roster":
      return <RosterPage />;
    case "coverage":
      return <CoveragePage />;
    case "reports":
      return <ReportsPage />;
    case "announcement":
      return <AnnouncementPage />;
    case "flows":
      return <FlowsPage />;
  }
};
