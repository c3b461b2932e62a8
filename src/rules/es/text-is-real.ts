import { The } from "../../domain/spanish.ts";
import type { Words } from "../../lib/languages.ts";
import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  prompt: {
    text: ({ kind, title, field }) =>
      say`${The(kind)} “${title}” conserva las palabras del propio formulario en el campo ${fieldName(field)}.`,
    help: () =>
      "Basta una línea en palabras propias, o un campo vacío. Si la fila fue una prueba, se puede borrar.",
  },
  fillers: {
    text: ({ kind, title, fields }) =>
      say`${The(kind)} “${title}” tiene palabras de relleno que esperan a las verdaderas (${Array.isArray(fields) ? fields.map(fieldName) : fields}).`,
    help: () =>
      "Una línea sincera es suficiente, y un campo vacío también está bien. Si el formulario pide demasiado, se puede quitar una pregunta.",
  },
  copies: {
    text: ({ count, field, titles }) =>
      say`${count} revisiones tienen el mismo texto en el campo ${fieldName(field)}: ${titles}.`,
    help: () =>
      "Si el formulario pide demasiado, se pueden quitar preguntas hasta que las respuestas sean de verdad.",
  },
  singleWords: {
    text: ({ count, titles }) =>
      say`${count} revisiones responden cada pregunta con una sola palabra, como ${titles}.`,
    help: () =>
      "Quizá el formulario pide demasiado: una pregunta con una respuesta de verdad dice más que cinco.",
  },
};

/** What `writtenFields` calls a field, in Spanish. */
const fieldNames: Readonly<Record<string, string>> = {
  title: "título",
  text: "texto",
  "“if”": "“si”",
  "“then”": "“entonces”",
  "“so that”": "“para que”",
  measure: "medida",
  intent: "propósito",
  measures: "medidas",
  challenges: "dificultades",
  "earlier learning": "lo aprendido antes",
  "success factors": "factores de éxito",
  "what happened": "qué pasó",
  causes: "causas",
  "what to keep": "qué mantener",
  "what to change": "qué cambiar",
  "next step": "próximo paso",
  evidence: "evidencia",
};

function fieldName(field: Words[string] | undefined): string {
  return fieldNames[String(field)] ?? String(field);
}
