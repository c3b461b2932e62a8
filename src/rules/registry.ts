import { afterHasBefore } from "./after-has-before.ts";
import { beforeHasAfter } from "./before-has-after.ts";
import { goalHasLearning } from "./goal-has-learning.ts";
import { goalIsLive } from "./goal-is-live.ts";
import { goalIsResult } from "./goal-is-result.ts";
import { hypothesisHasSoThat } from "./hypothesis-has-so-that.ts";
import { hypothesisIsTested } from "./hypothesis-is-tested.ts";
import { hypothesisPredictsChange } from "./hypothesis-predicts-change.ts";
import { insightHasEvidence } from "./insight-has-evidence.ts";
import { insightIsUsed } from "./insight-is-used.ts";
import { insightTravels } from "./insight-travels.ts";
import { insightsMeetResults } from "./insights-meet-results.ts";
import { intentIsKept } from "./intent-is-kept.ts";
import { learningFollowsRisk } from "./learning-follows-risk.ts";
import { learningHasOwners } from "./learning-has-owners.ts";
import { learningIsAboutWork } from "./learning-is-about-work.ts";
import { learningIsSpread } from "./learning-is-spread.ts";
import { lessonIsNew } from "./lesson-is-new.ts";
import { lineOfSightHolds } from "./line-of-sight-holds.ts";
import { linkedToGoal } from "./linked-to-goal.ts";
import { measuresIncludeResults } from "./measures-include-results.ts";
import { opportunityComesBack } from "./opportunity-comes-back.ts";
import { outcomesVary } from "./outcomes-vary.ts";
import { outsideQuestionHasOwner } from "./outside-question-has-owner.ts";
import { questionBeyondMethod } from "./question-beyond-method.ts";
import { questionHasEnd } from "./question-has-end.ts";
import { questionIsWorkedOn } from "./question-is-worked-on.ts";
import { resultsAreFresh } from "./results-are-fresh.ts";
import { reviewComesSoon } from "./review-comes-soon.ts";
import { reviewHasFewLessons } from "./review-has-few-lessons.ts";
import { reviewHasWork } from "./review-has-work.ts";
import { reviewLeadsToChange } from "./review-leads-to-change.ts";
import { reviewsFollowWork } from "./reviews-follow-work.ts";
import { reviewsKeepVoices } from "./reviews-keep-voices.ts";
import { textIsReal } from "./text-is-real.ts";
import type { Rule } from "./types.ts";

/** Every rule, in the order of the signals' catalogue. Generated from the rules' own files by `npm run gen`. */
export const rules: readonly Rule[] = [
  linkedToGoal,
  goalIsLive,
  goalHasLearning,
  questionHasEnd,
  questionBeyondMethod,
  outsideQuestionHasOwner,
  hypothesisHasSoThat,
  hypothesisPredictsChange,
  measuresIncludeResults,
  hypothesisIsTested,
  beforeHasAfter,
  afterHasBefore,
  reviewComesSoon,
  intentIsKept,
  outcomesVary,
  reviewsFollowWork,
  reviewHasWork,
  reviewLeadsToChange,
  reviewHasFewLessons,
  opportunityComesBack,
  lessonIsNew,
  insightIsUsed,
  learningHasOwners,
  reviewsKeepVoices,
  insightTravels,
  learningIsAboutWork,
  goalIsResult,
  learningIsSpread,
  resultsAreFresh,
  insightHasEvidence,
  insightsMeetResults,
  questionIsWorkedOn,
  learningFollowsRisk,
  textIsReal,
  lineOfSightHolds,
];
