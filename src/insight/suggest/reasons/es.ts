import { ofThe, the } from "../../../domain/spanish.ts";
import type { Sentences } from "../../../lib/languages.ts";
import { say } from "../../../lib/say.ts";
import type { ReasonName } from "./en.ts";

export const es: Sentences<ReasonName> = {
  mention: ({ what }) => say`su texto menciona ${parts[String(what)]} de este objetivo`,
  buildsOnIt: ({ kind, title }) =>
    say`${the(kind)} “${title}”, que parte de aquí, contribuye a este objetivo`,
  belongsWith: ({ kind, title }) =>
    say`tiene relación con ${the(kind)} “${title}”, que contribuye a este objetivo`,
  besideIt: ({ kind, title, others, fromKind, fromTitle }) => {
    const more = others === 0 ? "" : others === 1 ? " y un elemento más" : say` y ${others} elementos más`;
    return say`${the(kind)} “${title}”${more}, ${ofThe(fromKind)} “${fromTitle}” como este, ${others === 0 ? "contribuye" : "contribuyen"} a este objetivo`;
  },
  owner: () => "su responsable trabaja en este objetivo",
  participants: () => "participó alguien que trabaja en este objetivo",
  onTheDay: ({ event }) => say`tiene la fecha de “${event}”, un evento de este objetivo`,
  nearTheDay: ({ days, side, event }) =>
    say`su fecha es ${days} ${days === 1 ? "día" : "días"} ${side === "before" ? "antes" : "después"} de “${event}”, un evento de este objetivo`,
  goalWords: ({ words }) => say`comparte ${words} con este objetivo`,
  linkedWords: ({ words, items }) =>
    say`comparte ${words} con ${items === 1 ? "un elemento enlazado" : say`${items} elementos enlazados`} con este objetivo`,
  goalMeaning: () => "dice algo parecido a este objetivo",
  linkedMeaning: () => "dice algo parecido a lo que ya está enlazado con este objetivo",
  byMeaningAlone: ({ reasons }) => say`${reasons}, aunque sin palabras en común`,
};

/** By which part of a goal a text names it. */
const parts: Readonly<Record<string, string>> = {
  address: "la dirección",
  key: "la clave",
  title: "el título",
};
