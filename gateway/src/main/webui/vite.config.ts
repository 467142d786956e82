import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const gateway = process.env["RAPPORT_URL"] ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react()],
  build: { target: "es2023", sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { "/v1": gateway, "/session": gateway } },
  test: { include: ["src/**/*.test.ts", "tracker/**/*.test.ts", "widget/**/*.test.ts"] },
});
