import { a, bare, The, the } from "../../domain/spanish.ts";
import type { Sentences, Words } from "../../lib/languages.ts";
import { say } from "../../lib/say.ts";
import type { NoteName } from "./en.ts";

export const es: Sentences<NoteName> = {
  unknownType: ({ type }) => say`No se pudo leer: esta versión no conoce las columnas de tipo “${type}”`,
  unlikeType: ({ type }) => say`No se pudo leer: el valor no parece de tipo “${type}”`,
  unknownForm: () => "No se pudo leer: el valor tiene una forma que esta versión no conoce",
  noDate: () => "No se pudo leer: la fecha no se entiende",
  notComputed: ({ service, what, code }) =>
    say`No se pudo leer: ${service} no pudo calcular ${computed[String(what)]}${code === "" ? "" : say` (${code})`}`,
  notWritten: ({ service }) => say`No se pudo leer: la IA de ${service} todavía no termina este texto`,
  partsUnread: ({ count }) =>
    say`${count === 1 ? "No se pudo leer 1 parte" : say`No se pudieron leer ${count} partes`} de la página, así que puede faltar algo aquí.`,
  emptyRows: ({ count }) =>
    count === 1 ? "Se dejó fuera 1 fila vacía." : say`Se dejaron fuera ${count} filas vacías.`,
  readTwice: ({ table }) => say`Esta fila ya se leyó en ${table}, así que solo cuenta ahí.`,
  noTitle: ({ kind }) =>
    say`${The(kind)} no tiene título, así que no se distingue de lo demás. Conviene ponerle uno.`,
  untitled: ({ kind }) => say`(${bare(kind)} sin título)`,
  noKind: ({ shown, known }) => {
    const found =
      shown === "" ? "Esta columna está vacía" : say`“${shown}” no es una clase que la configuración conozca`;
    const wanted = known === "" ? "Se puede agregar" : say`Se puede escribir ${eitherOf(known)}, o agregarla`;
    return say`${found}, así que la fila no se tomó como elemento de aprendizaje. ${wanted} en la configuración, en kind.`;
  },
  noOutcome: ({ shown }) =>
    say`“${shown}” no es un desenlace que la configuración conozca, así que la hipótesis cuenta como abierta. Se puede escribir “se cumplió”, “en parte”, “no se cumplió” o “abierta”, o agregarlo en la configuración, en outcomes.`,
  noWhen: ({ shown }) =>
    say`“${shown}” no dice si la revisión va antes o después del trabajo. Se puede escribir “antes” o “después”.`,
  wrongValue: ({ shown, wanted, example }) =>
    say`“${shown}” no se pudo leer aquí; hay que escribir ${valueOf(wanted, example)}.`,
  wrongColumn: ({ held, wanted }) =>
    say`Contiene ${holding[String(held)]}, y aquí hace falta ${valueOf(wanted, "")}. Hay que asignar otra columna, o dejar este campo sin columna.`,
  eitherDay: ({ shown, one, other }) =>
    say`“${shown}” puede ser ${one} o ${other}. Conviene escribirlo de una de estas dos maneras.`,
  noLinks: ({ held, wanted }) =>
    say`Contiene ${holding[String(held)]}, y debería enlazar con ${rowOf(wanted)}. Hay que asignar una columna de enlaces, o de títulos.`,
  wrongRow: ({ kind, title, wanted }) =>
    say`Enlaza con ${the(kind)} “${title}”, y debería enlazar con ${rowOf(wanted)}. Ese enlace se dejó fuera.`,
  severalRows: ({ shown, count }) =>
    say`“${shown}” es el título de ${count} filas, así que no se sabe a cuál se refiere. Sirve un enlace, o títulos distintos.`,
  unknownAddress: ({ shown }) =>
    say`${shown} no está entre las filas que se leyeron. Si debe contar, hay que poner su tabla en la configuración y compartirla con la conexión.`,
  unknownTitle: ({ shown, wanted }) =>
    say`“${shown}” no coincide con ningún título. Hay que escribir el título exacto, la clave o la dirección de ${rowOf(wanted)}.`,
  nearTitle: ({ shown, near }) => say`“${shown}” no coincide con ningún título. ¿Será “${near}”?`,
  unknownId: ({ id }) =>
    say`Enlaza con una fila (${id}) que no se leyó: su tabla no está en la configuración, no está compartida con la conexión, o la fila se dejó fuera.`,
  moreLinks: () => "Contiene más enlaces de los que se pudieron leer, así que pueden faltar algunos aquí.",
  optionsGone: ({ entry, gone, options }) =>
    say`${entry}, en la configuración, nombra algo que ya no es una opción de esta columna: ${gone}. La columna tiene: ${options}. Hay que poner en la configuración los nombres de hoy.`,
  optionGone: ({ name, likely }) =>
    say`“${name}”${likely === "" ? "" : say` (¿ahora se llama “${likely}”?)`}`,
  options: ({ shown, more }) => (more === 0 ? say`${shown}` : say`${shown} y ${more} más`),
  noOptions: () => "todavía ninguna",
};

type Value = Words[string] | undefined;

/** `Aprendizaje o Lección` */
function eitherOf(words: Value): string {
  return typeof words === "object" ? words.join(" o ") : String(words);
}

/** `un aprendizaje`, `un elemento de aprendizaje o un evento` */
function rowOf(wanted: Value): string {
  if (wanted === "itemOrEvent") return "un elemento de aprendizaje o un evento";
  return wanted === "item" ? "un elemento de aprendizaje" : a(wanted);
}

function valueOf(wanted: Value, example: Value): string {
  return wanted === "typedNumber"
    ? say`un solo número, como ${example} o 12 %`
    : (values[String(wanted)] ?? String(wanted));
}

const values: Readonly<Record<string, string>> = {
  number: "un número",
  date: "una fecha, como 2026-11-16",
  people: "personas o nombres",
  flag: "“sí” o “no”",
};

const holding: Readonly<Record<string, string>> = {
  boolean: "una casilla",
  date: "una fecha",
  people: "personas",
  links: "enlaces",
};

const computed: Readonly<Record<string, string>> = {
  formula: "esta fórmula",
  rollup: "este rollup",
  cell: "esta celda",
};
