import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

// The server serves the built pages under /console/; in development Vite does, and hands questions on to the server.
export default defineConfig(({ mode }) => ({
  base: "/console/",
  plugins: [react()],
  server: { proxy: { "/api": loadEnv(mode, ".", "SERVER").SERVER ?? "http://localhost:5080" } },
}));
