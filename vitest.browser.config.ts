import { defineConfig } from "vitest/config";

/** What only a browser can tell. Apart from the other tests, since it needs a Chromium on the machine. */
export default defineConfig({
  test: {
    name: "browser",
    include: ["test/browser/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    env: { TZ: "UTC", NO_COLOR: "1" },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
