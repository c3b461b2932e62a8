import { fold } from "./normalise.ts";

/** Fields that a page's own text may fill. */
export type BodyField =
  | "intended"
  | "measures"
  | "challenges"
  | "priorLearning"
  | "successFactors"
  | "actual"
  | "causes"
  | "sustain"
  | "improve"
  | "next"
  | "insights"
  | "evidence"
  | "if"
  | "then"
  | "soThat";

/**
 * The names that teams give to the questions of a before or after review (the published question lists differ
 * in words, not in order or meaning), and to the parts of a hypothesis or an insight. English and Spanish.
 */
const synonyms: Readonly<Record<BodyField, readonly string[]>> = {
  intended: [
    "intended",
    "intended result",
    "intended results",
    "intended outcome",
    "what did we intend",
    "what was intended",
    "what does success look like",
    "what success looks like",
    "objective",
    "desired outcome",
    "end state",
    "goal for this action",
    "what was supposed to happen",
    "what should have happened",
    "what was planned",
    "planned",
    "resultado previsto",
    "resultados previstos",
    "resultado esperado",
    "qué queríamos lograr",
    "qué esperábamos",
    "objetivo",
    "cómo se ve el éxito",
    "lo previsto",
  ],
  measures: [
    "measures",
    "measure",
    "success measures",
    "metrics",
    "how will we know",
    "criteria",
    "success criteria",
    "medidas",
    "medidas de éxito",
    "métricas",
    "indicadores",
    "cómo lo sabremos",
    "criterios",
  ],
  challenges: [
    "challenges",
    "risks",
    "what could get in the way",
    "obstacles",
    "challenges we foresee",
    "what challenges can we foresee",
    "retos",
    "desafíos",
    "riesgos",
    "obstáculos",
    "qué podría interponerse",
  ],
  priorLearning: [
    "prior learning",
    "what have we learned",
    "what did we learn last time",
    "lessons from last time",
    "similar situations",
    "lessons from similar situations",
    "past insights",
    "what we learned last time",
    "aprendizajes previos",
    "qué hemos aprendido",
    "qué aprendimos la última vez",
    "lecciones anteriores",
    "situaciones similares",
  ],
  successFactors: [
    "success factors",
    "what will make us successful",
    "what will make us successful this time",
    "what will make us succeed",
    "what will make the biggest difference",
    "our bets",
    "bets",
    "factores de éxito",
    "qué nos hará tener éxito",
    "nuestras apuestas",
    "qué hará la diferencia",
  ],
  actual: [
    "actual",
    "actual result",
    "actual results",
    "actual outcome",
    "what happened",
    "what actually happened",
    "what did happen",
    "outcome",
    "results",
    "qué pasó",
    "qué sucedió",
    "qué ocurrió",
    "qué pasó en realidad",
    "qué pasó realmente",
    "resultado real",
    "resultados reales",
    "resultados",
  ],
  causes: [
    "causes",
    "what caused our results",
    "what caused it",
    "what caused the results",
    "why",
    "why did it happen",
    "contributing factors",
    "causas",
    "por qué",
    "por qué pasó",
    "qué causó los resultados",
    "qué causó nuestros resultados",
    "factores",
  ],
  sustain: [
    "sustain",
    "keep",
    "do the same",
    "what will we sustain",
    "what to keep",
    "what we will keep",
    "what went well",
    "keep doing",
    "mantener",
    "sostener",
    "qué mantener",
    "qué mantendremos",
    "qué funcionó",
    "seguir haciendo",
  ],
  improve: [
    "improve",
    "change",
    "do differently",
    "what will we improve",
    "what to change",
    "what we will change",
    "what will we do differently",
    "what went wrong",
    "start stop",
    "mejorar",
    "cambiar",
    "qué mejorar",
    "qué mejoraremos",
    "qué cambiar",
    "qué cambiaremos",
    "hacer diferente",
    "qué haremos diferente",
  ],
  next: [
    "next",
    "next opportunity",
    "when will we test this",
    "next action",
    "next bar",
    "next step",
    "next steps",
    "next time",
    "what is next",
    "whats next",
    "próximo",
    "próxima oportunidad",
    "próximo paso",
    "próximos pasos",
    "próxima acción",
    "la próxima vez",
    "cuándo lo probaremos",
  ],
  insights: [
    "insight",
    "insights",
    "lessons",
    "lessons learned",
    "takeaways",
    "key takeaways",
    "learnings",
    "what we learned",
    "what did we learn",
    "aprendizaje",
    "aprendizajes",
    "lecciones",
    "lecciones aprendidas",
    "hallazgos",
    "ideas clave",
    "qué aprendimos",
    "lo que aprendimos",
  ],
  evidence: [
    "evidence",
    "ground truth",
    "data",
    "what we saw",
    "evidencia",
    "datos",
    "qué vimos",
    "lo que vimos",
  ],
  if: ["if", "if we", "si", "action", "acción"],
  then: ["then", "we expect", "expected effect", "entonces", "esperamos"],
  soThat: ["so that", "para que"],
};

const byHeading: ReadonlyMap<string, BodyField> = new Map(
  (Object.entries(synonyms) as [BodyField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name): [string, BodyField] => [fold(name), field]),
  ),
);

/** The field that a heading names, whatever its number, case, accents and punctuation; null for any other heading. */
export function fieldOfHeading(heading: string): BodyField | null {
  const words = fold(heading).replaceAll("what s ", "what is ").replace(/^\d+ /u, "");
  return (
    byHeading.get(words) ??
    byHeading.get(words.replace(/^(?:the|our|el|la|los|las|nuestros|nuestras) /u, "")) ??
    null
  );
}
