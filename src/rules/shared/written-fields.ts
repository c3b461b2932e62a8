import type { LearningItem } from "../../domain/types.ts";

/** What people wrote in an item, each under the name that a message gives the field; empty fields are left out. */
export function writtenFields(item: LearningItem): readonly (readonly [field: string, text: string])[] {
  const common = [
    ["title", item.title],
    ["text", item.text],
  ] as const;
  return [...common, ...ownFields(item)].flatMap(([field, text]) =>
    text === null ? [] : [[field, text] as const],
  );
}

function ownFields(item: LearningItem): readonly (readonly [field: string, text: string | null])[] {
  switch (item.kind) {
    case "question":
      return [];
    case "hypothesis":
      return [
        ["“if”", item.if],
        ["“then”", item.then],
        ["“so that”", item.soThat],
        ["measure", item.measure],
      ];
    case "review":
      return [
        ["intent", item.intended],
        ["measures", item.measures],
        ["challenges", item.challenges],
        ["earlier learning", item.priorLearning],
        ["success factors", item.successFactors],
        ["what happened", item.actual],
        ["causes", item.causes],
        ["what to keep", item.sustain],
        ["what to change", item.improve],
        ["next step", item.next],
      ];
    case "insight":
      return [["evidence", item.evidence]];
    case "opportunity":
      return [["next step", item.next]];
  }
}
