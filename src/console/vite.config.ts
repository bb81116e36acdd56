import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";
import { fakeServer } from "./dev/fakeServer.ts";

// The server serves the built pages under /console/; in development Vite does, and hands questions on to the server
// (`--mode fake`: answers them itself).
export default defineConfig(({ mode }) => ({
  base: "/console/",
  plugins: [react(), ...(mode === "fake" ? [fakeServer()] : [])],
  server: mode === "fake" ? {} : { proxy: { "/api": loadEnv(mode, ".", "SERVER").SERVER ?? "http://localhost:5080" } },
}));
