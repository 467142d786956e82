import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Problem, isSignedOut } from "./api/problem";
import { Entry } from "./session/Entry";
import "./shell/global.css";

const client = new QueryClient({
  queryCache: new QueryCache({
    // A session ends while the page is open: ask anew who is there, which shows the sign-in.
    onError: (error, query) => {
      if (isSignedOut(error) && query.queryKey[0] !== "session") void client.resetQueries({ queryKey: ["session"] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the gateway refuses it will refuse again; what didn't answer may do so in a moment.
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status < 500),
    },
  },
});

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Entry />
    </QueryClientProvider>
  </StrictMode>,
);
