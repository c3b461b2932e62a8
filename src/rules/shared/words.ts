import { rememberFor, rememberTexts } from "../../lib/remember.ts";

/**
 * Status words that people put on work that waits on purpose, or did not take place when it was planned, in the
 * languages of the built-in status lists. Each is an option's default, so a team can write its own.
 */
export const pausedWords: readonly string[] = [
  ..."parked,paused,on hold,postponed,deferred,delayed,rescheduled,cancelled,canceled,called off".split(","),
  ..."aparcado,aparcada,en pausa,aplazado,aplazada,pospuesto,pospuesta,cancelado,cancelada,suspendido".split(
    ",",
  ),
  ..."en attente,reporté,reportée,annulé,annulée,geparkt,pausiert,verschoben,zurückgestellt,abgesagt".split(
    ",",
  ),
  ..."em pausa,pausado,adiado,adiada".split(","),
];

/** Whether the text holds one of the words as a word: "⏸ On-hold until May" holds "on hold". */
export function holdsWord(text: string | null, words: readonly string[]): boolean {
  return text !== null && finderOf(words)(text);
}

/** A list is asked about every row, and rows have few different statuses. */
const finderOf = rememberFor((words: readonly string[]) => {
  const wanted = words.map(spaced);
  return rememberTexts((text) => {
    const padded = spaced(text);
    return wanted.some((word) => padded.includes(word));
  });
});

/** Letters and digits of any script in lower case without accents, one space around each word. */
export function spaced(text: string): string {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, "");
  return ` ${letters.replaceAll(/[^\p{Letter}\p{Number}]+/gu, " ").trim()} `;
}
