/** A lesson's picture, the same on the page and in the file that is handed out. */

import { number, percent, points } from "./i18n.js";

/** A value of what a lesson shows. */
export function lessonValue(lesson, value) {
  if (value === null || value === undefined) return "–";
  if (lesson.against) return lesson.share ? points(value) : number(value, 2);
  return lesson.share ? percent(value, 0) : number(value, Math.abs(value) >= 10 ? 0 : 2);
}

/** What the chart draws of a lesson. */
export function lessonPicture(lesson, points_, { chosen, bet, pale, t }) {
  const all = Object.values(points_).flat().filter(Boolean);
  const low = Math.min(...all.map((each) => each.low));
  const high = Math.max(...all.map((each) => each.high));
  const room = 0.1 * (high - low || 1);
  const unit = lesson.share && !lesson.against;
  const betValue = bet?.value ?? null;
  return {
    title: lesson.texts.title,
    description: lesson.label,
    levels: lesson.levels,
    chosen,
    pale,
    hidden: false,
    arms: lesson.arms.map((arm, place) => ({ ...arm, key: "ABCD"[place] })),
    points: points_,
    zero: Boolean(lesson.against),
    betLevel: bet?.level ?? null,
    betValue,
    xLabel: lesson.axis,
    yLabel: lesson.against ? t("lesson.against", { label: lesson.label }) : lesson.label,
    yMin: unit ? Math.max(0, Math.min(low - room, betValue ?? 1)) : low - room,
    yMax: unit ? Math.min(1, Math.max(high + room, betValue ?? 0)) : high + room,
    format: (value) => lessonValue(lesson, value),
    formatX: (value) => value,
  };
}
