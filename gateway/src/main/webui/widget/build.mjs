// `npm run widget` stores what the gateway serves as /widget.js; a test tells when it is out of date.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";

export const STORED = fileURLToPath(new URL("../../resources/widget/widget.js", import.meta.url));

export async function bundle() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2020",
      lib: { entry: fileURLToPath(new URL("widget.ts", import.meta.url)), formats: ["iife"], name: "_" },
    },
  });
  return `/*! Rapport widget 1 */\n${output[0].code}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(STORED, await bundle());
}
