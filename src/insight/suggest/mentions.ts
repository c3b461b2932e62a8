import type { LearningItem } from "../../domain/types.ts";
import { mentionsOf, type Mention } from "../goal-names.ts";
import type { Signal, SuggestContext } from "./context.ts";

/** The goal is named in the text. */
export function mentionSignal({ goals }: SuggestContext): Signal {
  const find = mentionsOf(goals);
  let last: { readonly id: string; readonly found: readonly (Mention | null)[] } | null = null;
  const mentionsIn = (item: LearningItem): readonly (Mention | null)[] => {
    if (last?.id !== item.id) last = { id: item.id, found: find(item) };
    return last.found;
  };
  return {
    name: "mention",
    weigh: (item) => Float64Array.from(mentionsIn(item), (mention) => (mention === null ? 0 : 1)),
    why(item, goal) {
      const mention = mentionsIn(item)[goal];
      return mention == null ? null : { message: "mention", values: { what: mention.what } };
    },
  };
}
