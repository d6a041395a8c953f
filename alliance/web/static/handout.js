/** A lesson in one file: the same picture as on the page, from results that stand in the file. */

import { draw } from "./charts/levels.js";
import { adopt, number, t } from "./js/i18n.js";
import { lessonPicture, lessonValue } from "./js/lesson.js";

const given = JSON.parse(document.getElementById("data").textContent);
const { lesson, found } = given;
adopt(given.lang, given.words);
const part = (id) => document.getElementById(id);
let chosen = lesson.levels.findIndex((each) => each.name === lesson.start);
let bet = null;

function show() {
  const level = lesson.levels[chosen];
  part("shown").textContent = level.label;
  part("level").setAttribute("aria-valuetext", level.label);
  part("headline").replaceChildren(
    ...lesson.arms.map((arm) => {
      const line = document.createElement("p");
      const { mean } = found.points[arm.name][chosen];
      const text = lesson.yes_or_no
        ? t("chance", { share: number(100 * mean, 0) })
        : t("value_of", { label: lesson.label, value: lessonValue(lesson, mean) });
      line.textContent = arm.label ? `${arm.label}${t("colon")}${text}` : text;
      return line;
    }),
  );
  draw(part("picture"), lessonPicture(lesson, found.points, { chosen: level.name, bet, pale: false, t }), {
    bet: t("chart.bet"),
  });
}

part("bet").addEventListener("submit", (event) => {
  event.preventDefault();
  const said = new FormData(event.target).get("bet");
  if (said === null) return;
  bet = lesson.bet === "level" ? { level: said, value: null } : { level: lesson.asked, value: Number(said) / 100 };
  part("try").hidden = false;
  part("why").hidden = false;
  show();
});
part("level").addEventListener("input", (event) => {
  chosen = Number(event.target.value);
  show();
});
part("level").value = chosen;
addEventListener("resize", () => {
  if (!part("try").hidden) show();
});
