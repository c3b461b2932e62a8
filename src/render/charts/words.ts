import type { MarkKind } from "../../report/model.ts";

/** What a chart says, as plain text: in its legend, and as sentences for those who do not see it. */
export interface ChartWords {
  readonly result: string;
  readonly target: string;
  readonly pace: string;
  readonly marks: Readonly<Record<MarkKind, string>>;
  readonly oneResult: (value: string, day: string) => string;
  /** `count` is two or more. */
  readonly results: (count: number, first: Dated, latest: Dated) => string;
  readonly targetBy: (value: string, due: string | null) => string;
  readonly noTarget: string;
  readonly paceFrom: (value: string, day: string) => string;
  readonly markedOnce: (mark: string, day: string) => string;
  /** `times` is two or more. */
  readonly markedOften: (mark: string, times: number, latest: string) => string;
  readonly marked: (list: string) => string;
}

interface Dated {
  readonly value: string;
  readonly day: string;
}
