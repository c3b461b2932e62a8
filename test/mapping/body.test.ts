import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";

import { readBody } from "../../src/mapping/body.ts";
import { fieldOfHeading } from "../../src/mapping/headings.ts";

const read = (markdown: string) => {
  const { texts, insights } = readBody(fromMarkdown(markdown));
  return { ...Object.fromEntries(texts), insights };
};

describe("mapping/headings", () => {
  it.each([
    ["What did we intend?", "intended"],
    ["1. Intended Results", "intended"],
    ["Our success measures", "measures"],
    ["WHAT ACTUALLY HAPPENED", "actual"],
    ["What caused our results?", "causes"],
    ["What’s next?", "next"],
    ["Key takeaways:", "insights"],
    ["¿Qué pasó?", "actual"],
    ["¿Por qué?", "causes"],
    ["Los aprendizajes", "insights"],
    ["Agenda", null],
    ["", null],
  ])("knows %j as %s", (heading, field) => {
    expect(fieldOfHeading(heading)).toBe(field);
  });
});

describe("mapping/body", () => {
  it("puts what stands under a known heading into its field", () => {
    const body = read(
      `Hello.\n\n# What happened\n\nTwelve *families* came.\n\n- one left\n- two  \n  stayed\n\n## Why?\n\nRain.`,
    );

    expect(body).toEqual({
      actual: "Twelve families came.\none left\ntwo\nstayed",
      causes: "Rain.",
      insights: [],
    });
  });

  it("ends a section at the next heading of its level, known or not, and keeps deeper ones in it", () => {
    const body = read(`## Improve\n\nStart sooner.\n\n### Who\n\nAna.\n\n## Parking\n\nNot ours.`);

    expect(body).toEqual({ improve: "Start sooner.\nWho\nAna.", insights: [] });
  });

  it("takes a bold line as a heading", () => {
    expect(read(`**Intended results**\n\nThirty visits.\n\n**Notes**\n\nLunch was good.`)).toEqual({
      intended: "Thirty visits.",
      insights: [],
    });
  });

  it("makes one insight of each bullet, nested ones too", () => {
    const body = read(
      `# Insights\n\n- Evening slots fill first\n  - on Tuesdays most\n- Texts beat calls\n\n# Next\n\nMarch clinic`,
    );

    expect(body).toEqual({
      next: "March clinic",
      insights: ["Evening slots fill first", "on Tuesdays most", "Texts beat calls"],
    });
  });

  it("keeps a heading that comes twice", () => {
    expect(read(`# Keep\n\nA\n\n# Keep\n\nB`)).toMatchObject({ sustain: "A\nB" });
  });
});
