import { speakIn, type Told } from "../../lib/languages.ts";
import { en, type NoteName } from "./en.ts";
import { es } from "./es.ts";

/** What a note says, before it is put in words. */
export type NoteText = Told<NoteName>;

export function noteIn(locale: string, text: NoteText): string {
  return speakIn<NoteName>({ en, es }, locale, text);
}
