import type { Review } from "../../domain/types.ts";
import { allWords } from "./content-words.ts";

/**
 * Words that name a meeting, a time or the habit itself, in English and Spanish, each as it is written without
 * accents. A review whose title holds none but these says nothing of the work that it looked at.
 */
export const meetingWords: readonly string[] = [
  ..."a an and at for from in of on our the to with team all".split(" "),
  ..."review reviews retro retrospective reflection reflections debrief learning lesson lessons session sessions".split(
    " ",
  ),
  ..."meeting meetings workshop day days week weeks month months quarter year time date call check checkin stop pause".split(
    " ",
  ),
  ..."after before action aar bar log notes note sprint agenda stocktake lookback look back regular general".split(
    " ",
  ),
  ..."daily weekly biweekly bi fortnightly monthly quarterly annual yearly mid end start first second third fourth half".split(
    " ",
  ),
  ..."spring summer autumn fall winter morning afternoon".split(" "),
  ..."january february march april may june july august september october november december".split(" "),
  ..."jan feb mar apr jun jul aug sep sept oct nov dec".split(" "),
  ..."monday tuesday wednesday thursday friday saturday sunday untitled new copy".split(" "),
  ..."el la los las un una de del al y en para con nuestro nuestra equipo".split(" "),
  ..."revision retrospectiva reflexion aprendizaje aprendizajes leccion lecciones sesion sesiones reunion taller jornada dia".split(
    " ",
  ),
  ..."despues antes accion semana mes trimestre ano semanal quincenal mensual trimestral anual inicio fin mitad".split(
    " ",
  ),
  ..."primavera verano otono invierno enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
    " ",
  ),
  ..."lunes martes miercoles jueves viernes sabado domingo primer primera segundo segunda tercer tercera cuarto".split(
    " ",
  ),
];

/** Whether a review's title, text or intent holds a word besides those of meetings and times: then it may say its work in words only. */
export function namesWork(words: readonly string[]): (review: Review) => boolean {
  const meeting = new Set(words.flatMap(allWords));
  return ({ title, text, intended }) =>
    [title, text, intended].some(
      (written) =>
        written !== null && allWords(written).some((word) => !/\p{N}/u.test(word) && !meeting.has(word)),
    );
}
