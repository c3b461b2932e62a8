import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    env: { TZ: "UTC", NO_COLOR: "1" },
    // Half of the time is spent waiting for child processes, so both cores of a small machine can be kept busy.
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
