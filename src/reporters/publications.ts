import { AppError } from "../errors.ts";
import type { PublishFailure, PublishOutcome } from "../publish/publish-all.ts";
import type { Publication } from "../publish/apply.ts";

const words: Readonly<Record<Publication["action"], string>> = {
  created: "created",
  updated: "updated",
  unchanged: "unchanged",
  "planned-create": "would be created",
  "planned-update": "would be updated",
};

/** What became of the report in one place; the link stands last and alone, so that it can be clicked and piped. */
export function describePublication(
  publication: Publication,
  { plan }: { readonly plan: boolean },
): readonly string[] {
  const { place, action, writes, kept, notes, url } = publication;
  const counts = writes > 0 ? ` (${writes} ${writes === 1 ? "write" : "writes"})` : "";
  const left =
    kept > 0
      ? [
          `  ${kept} ${kept === 1 ? "part" : "parts"} that somebody edited ${kept === 1 ? "was" : "were"} left as is.`,
        ]
      : [];
  return [
    `${place}: ${words[action]}${counts}`,
    ...(plan ? publication.plan.map((line) => `  ${line}`) : left),
    ...notes.map((note) => `  ${note}`),
    ...(url === null ? [] : [url]),
  ];
}

/** One place's failure, for stderr; the other places are not touched by it. */
export function describeFailure({ place, error }: PublishFailure): string {
  if (!(error instanceof AppError)) return `${place}: the report was not written. ${String(error)}`;
  return [
    `${place}: the report was not written. ${error.message}`,
    ...error.details,
    ...(error.hint ? [error.hint] : []),
  ].join("\n  ");
}

/** The same for the page of a scheduled run, as a Markdown list. */
export function publicationsMarkdown({ publications, failures }: PublishOutcome): string {
  const lines = [
    ...publications.map(
      ({ place, action, url }) => `- ${place}: ${words[action]}${url === null ? "" : `, <${url}>`}`,
    ),
    ...failures.map(({ place }) => `- ${place}: **not written**; the log says why`),
  ];
  return lines.join("\n");
}
