import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { isLanguage, type Key, type Language, toldIn, wordsIn } from "./words";

export const languages: { code: Language; name: string }[] = [
  { code: "nb", name: "Bokmål" },
  { code: "nn", name: "Nynorsk" },
  { code: "en", name: "English" },
];

type Words = {
  language: Language;
  choose: (code: string) => void;
  words: (key: Key, filled?: Record<string, string | number>) => string;
  told: (text: string) => string;
};

const kept = "callrouting.language";
const Context = createContext<Words | null>(null);

const rememberedLanguage = (): Language => {
  const text = localStorage.getItem(kept);
  return isLanguage(text) ? text : "nb";
};

/** The language of all that is below; bokmål until somebody chooses. */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState(rememberedLanguage);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = wordsIn(language, "title");
  }, [language]);

  const value = useMemo<Words>(
    () => ({
      language,
      choose: (code) => {
        if (!isLanguage(code)) return;
        localStorage.setItem(kept, code);
        setLanguage(code);
      },
      words: (key, filled) => wordsIn(language, key, filled),
      told: (text) => toldIn(language, text),
    }),
    [language],
  );
  return <Context value={value}>{children}</Context>;
};

export const useWords = (): Words => {
  const words = useContext(Context);
  if (words === null) throw new Error("useWords outside of a LanguageProvider");
  return words;
};
