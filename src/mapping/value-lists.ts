import type { ConfigKind } from "../config/schema.ts";
import type { Outcome } from "../domain/types.ts";
import { rememberFor } from "../lib/remember.ts";
import { fold } from "./normalise.ts";

/**
 * What people write in status, outcome, kind and before/after columns, in English, Spanish, French, German and
 * Portuguese. Case, accents and punctuation do not matter. The config's own lists replace these.
 */

/** A goal with one of these is over; any other status means that the team still works on it. */
export const overStatuses = wordList(`
  done, complete, completed, closed, achieved, met, reached, accomplished, finished, ended, over, past, expired,
  cancelled, canceled, dropped, abandoned, archived, retired, superseded, not met, missed, not achieved, stopped, won't do,
  hecho, completado, completada, cerrado, cerrada, logrado, lograda, cumplido, cumplida, no cumplido, no cumplida, alcanzado, alcanzada,
  terminado, terminada, finalizado, finalizada, cancelado, cancelada, archivado, archivada, abandonado, abandonada,
  terminé, terminée, fait, atteint, atteinte, non atteint, clos, close, clôturé, fermé, fermée, annulé, annulée, archivé, archivée, abandonné, achevé,
  erledigt, fertig, abgeschlossen, erreicht, nicht erreicht, geschlossen, beendet, abgebrochen, archiviert, verworfen,
  concluído, concluída, feito, atingido, atingida, alcançado, alcançada, fechado, fechada, encerrado, encerrada, arquivado, arquivada
`);

/** A learning item with one of these needs nothing more: nobody is asked about it. */
export const closedStatuses = new Set([
  ...overStatuses,
  ...wordList(`
    answered, resolved, parked, on hold, duplicate, merged, rejected, settled, withdrawn, obsolete, no longer relevant,
    respondido, respondida, resuelto, resuelta, aparcado, en pausa, descartado, descartada, obsoleto,
    répondu, répondue, résolu, résolue, en pause, en attente, rejeté, obsolète,
    beantwortet, gelöst, geparkt, pausiert, zurückgestellt, abgelehnt, hinfällig,
    resolvido, resolvida, em pausa, pausado, rejeitado
  `),
]);

export const outcomeValues: Readonly<Record<Outcome, ReadonlySet<string>>> = {
  held: wordList(`
    held, it held, confirmed, validated, supported, true, yes, proven, promising, worked, it worked, success, successful, kept,
    confirmada, confirmado, validada, validado, se cumplió, funcionó, sí, éxito,
    confirmée, confirmé, validée, validé, vérifiée, oui, réussi,
    bestätigt, gehalten, bewährt, ja, erfolgreich,
    confirmada, comprovada, funcionou, sim, sucesso
  `),
  partly: wordList(`
    partly, partly held, partial, partially, partially held, partially confirmed, mixed, mixed results, somewhat,
    en parte, parcial, parcialmente, mixto,
    en partie, partiel, partielle, partiellement, mitigé,
    teilweise, teils, gemischt,
    em parte, misto
  `),
  failed: wordList(`
    failed, refuted, did not hold, didn't hold, not held, rejected, disproved, disproven, invalidated, not supported, false, no,
    did not work, didn't work, not confirmed,
    refutada, refutado, rechazada, no se cumplió, no funcionó, fallida, falló,
    réfutée, réfuté, rejetée, invalidée, non, échoué, échec,
    widerlegt, verworfen, nicht bestätigt, gescheitert, nein, nicht gehalten,
    rejeitada, falhou, não funcionou, não
  `),
  open: wordList(`
    open, testing, in test, being tested, untested, not tested, not tested yet, to test, in progress, not started, to do, planned,
    active, proposed, draft, new, unknown, too early, too early to tell, can't tell, cannot tell, inconclusive, tbd, pending,
    abierta, abierto, en prueba, por probar, en curso, pendiente, sin probar, no se sabe,
    ouverte, ouvert, en test, à tester, en cours, en attente, non testée,
    offen, im test, ungetestet, in arbeit, geplant, unklar,
    aberta, aberto, em teste, por testar, em andamento, pendente
  `),
};

export const whenValues = {
  before: wordList(`
    before, bar, before action review, before action, before review, pre, pre action, planning, plan,
    antes, antes de la acción, revisión previa, previa,
    avant, avant l'action, revue avant action,
    vorher, vor, davor, vor der aktion,
    antes da ação, prévia
  `),
  after: wordList(`
    after, aar, after action review, after action, after review, post, post action, retro, retrospective, debrief, post mortem, postmortem,
    después, después de la acción, revisión posterior, posterior,
    après, après l'action, revue après action, rétrospective, bilan,
    nachher, nach, danach, nach der aktion, retrospektive,
    depois, depois da ação, retrospectiva
  `),
} as const;

/** Used when the config names a kind column and no values at all. */
export const kindValues: Readonly<Record<ConfigKind, ReadonlySet<string>>> = {
  question: wordList(`
    question, framing question, learning question, q,
    pregunta, pregunta de aprendizaje, pregunta guía,
    question cadre, question d'apprentissage,
    frage, leitfrage, lernfrage,
    pergunta, questão, pergunta de aprendizagem
  `),
  hypothesis: wordList(`
    hypothesis, action hypothesis, bet, assumption, experiment, test,
    hipótesis, hipótesis de acción, apuesta, supuesto, experimento,
    hypothèse, hypothèse d'action, pari,
    hypothese, wette, annahme, handlungshypothese,
    hipótese, aposta, hipótese de ação
  `),
  review: wordList(`
    review, action review, learning review,
    revisión, repaso, revue, rückblick, revisão
  `),
  "before-review": wordList(`
    before action review, bar, before review, pre action review,
    revisión antes de la acción, revisión previa, revue avant action, vorher, vorbesprechung, revisão antes da ação
  `),
  "after-review": wordList(`
    after action review, aar, after review, retro, retrospective, debrief, post mortem, postmortem,
    revisión después de la acción, revisión posterior, retrospectiva, revue après action, rétrospective, bilan,
    nachbesprechung, retrospektive, revisão após a ação, revisão depois da ação
  `),
  insight: wordList(`
    insight, learning, lesson, lesson learned, finding, takeaway,
    aprendizaje, hallazgo, lección, lección aprendida, idea clave,
    enseignement, leçon, apprentissage, constat,
    erkenntnis, einsicht, lektion, lernpunkt,
    aprendizado, lição, lição aprendida, descoberta
  `),
  opportunity: wordList(`
    opportunity, next opportunity, next step, next action,
    oportunidad, próxima oportunidad, próximo paso,
    opportunité, occasion, prochaine étape,
    gelegenheit, chance, nächster schritt,
    oportunidade, próxima oportunidade, próximo passo
  `),
};

export const yesValues = wordList(`
  yes, y, true, x, 1, on, checked, done, ✓, sí, si, verdadero, oui, vrai, ja, wahr, sim, verdadeiro
`);
export const noValues = wordList(`no, n, false, 0, off, unchecked, falso, non, faux, nein, falsch, não`);

/** The config's own words, or null to use the defaults. */
export function ownList(words: readonly string[] | undefined): ReadonlySet<string> | null {
  return words === undefined ? null : folded(words);
}

/** The config's lists are asked about every row. */
const folded = rememberFor((words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold)));

function wordList(words: string): ReadonlySet<string> {
  return new Set(words.split(",").map(fold).filter(Boolean));
}
