import { speakIn, type Told } from "../../../lib/languages.ts";
import { en, type ReasonName } from "./en.ts";
import { es } from "./es.ts";

/** Why a goal is suggested for an item, before it is put in words. */
export type Reason = Told<ReasonName>;

export function reasonIn(locale: string, reason: Reason): string {
  return speakIn<ReasonName>({ en, es }, locale, reason);
}
