import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
// Without Aksel's fonts.css, which fetches from elsewhere: the page asks nobody but its own server.
import "@navikt/ds-css/dist/global/reset.css";
import "@navikt/ds-css/dist/global/tokens.css";
import "@navikt/ds-css/dist/global/baseline.css";
import "@navikt/ds-css/dist/components.css";
import "./console.css";

const questions = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchIntervalInBackground: false } } });

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={questions}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
