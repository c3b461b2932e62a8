import { existsSync } from "node:fs";

import { chromium, type Browser } from "playwright-core";

/** Where systems keep it: Debian, Ubuntu's runners, macOS. */
const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** No sandbox, since continuous integration runs as root; and nothing that would ask the network by itself. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless browser with a profile of its own that is gone afterwards. */
export async function launchBrowser(): Promise<Browser> {
  const { CHROMIUM } = process.env;
  const executablePath = CHROMIUM ?? usualPlaces.find((path) => existsSync(path));
  if (executablePath === undefined || !existsSync(executablePath)) {
    throw new Error(
      `${CHROMIUM === undefined ? "No Chromium was found" : `There is no ${CHROMIUM}`}. Install one (Debian: apt-get install chromium), or say where it is: CHROMIUM=/path/to/it npm run test:browser`,
    );
  }
  return await chromium.launch({ executablePath, args: quiet });
}
