import { defineConfig } from "vitest/config";

/** Tests that replace a module for their own file, and so must not share modules with others. */
const replacing = ["test/config/problems.test.ts", "test/commands/rules.test.ts"];

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    env: { TZ: "UTC", NO_COLOR: "1" },
    // Half of the time is spent waiting for child processes, so both cores of a small machine can be kept busy.
    maxWorkers: 2,
    testTimeout: 60_000,
    projects: [
      // Loading every module anew for every file would take longer than the tests.
      {
        extends: true,
        test: {
          name: "tests",
          include: ["test/**/*.test.ts"],
          exclude: [...replacing, "test/browser/**"],
          isolate: false,
        },
      },
      { extends: true, test: { name: "tests apart", include: replacing, isolate: true } },
    ],
  },
});
