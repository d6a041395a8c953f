/** Learn: one trade-off at a time. Predict, try, why. */

import * as levels from "../../charts/levels.js";
import { catalogue } from "../catalogue.js";
import { el, fill } from "../dom.js";
import { language, number, t } from "../i18n.js";
import { ask, forget } from "../live.js";
import { failure, figure, ofHundred, problemList, progress } from "../parts.js";
import { lessonPicture, lessonValue } from "../lesson.js";
import { setting } from "../state.js";
import { challengeView } from "./challenge.js";

const bets = {}; // lesson number: {level, value}; kept while the page is open

/** The page in `main`; `rest` is what the address says after the page: a lesson's number, or "challenge". */
export function learn(main, rest) {
  if (rest === "challenge") return challengeView(main);
  const lesson = catalogue().lessons.find((each) => String(each.number) === rest);
  return lesson ? one(main, lesson) : all(main);
}

function all(main) {
  const done = setting("done") ?? [];
  fill(
    main,
    el("h1", {}, t("page.learn")),
    el("p", { class: "lead" }, t("learn.lead")),
    el(
      "ol",
      { class: "cards" },
      catalogue().lessons.map((each) =>
        el(
          "li",
          {},
          el(
            "a",
            { href: `#/learn/${each.number}`, class: "card" },
            el("b", {}, `${each.number}. ${each.texts.title}`),
            el("span", {}, each.texts.question),
            el(
              "small",
              {},
              t("learn.minutes", { n: each.minutes }),
              done.includes(each.number) ? ` – ${t("learn.done")}` : "",
            ),
          ),
        ),
      ),
      el(
        "li",
        {},
        el(
          "a",
          { href: "#/learn/challenge", class: "card" },
          el("b", {}, catalogue().challenge.title),
          el("span", {}, t("learn.challenge")),
        ),
      ),
    ),
  );
  return { changed() {}, left() {} };
}

function one(main, lesson) {
  const { texts } = lesson;
  const bet = bets[lesson.number] ?? null;
  let chosen = lesson.start;
  let last = null;
  const picture = figure(`lesson-${lesson.number}`, levels);
  const headline = el("div", { class: "headline" });
  const known = el("p", { class: "known", role: "status" });
  const wrong = el("div");
  const tryPart = el("section", { "aria-label": t("lesson.try") });
  const whyPart = el("section", { "aria-label": t("lesson.why") });
  fill(
    main,
    el("p", {}, el("a", { href: "#/learn" }, t("learn.all"))),
    el("h1", {}, `${lesson.number}. ${texts.title}`),
    el(
      "section",
      { "aria-label": t("lesson.predict") },
      el("h2", {}, t("lesson.predict")),
      el("p", { class: "lead" }, texts.question),
      betForm(),
    ),
    tryPart,
    whyPart,
    notes(),
  );
  if (bet) reveal();
  else hide();

  function betForm() {
    const settled = bets[lesson.number];
    const field =
      lesson.bet === "level"
        ? el(
            "fieldset",
            {},
            el("legend", {}, t("lesson.which_level", { axis: lesson.axis })),
            lesson.levels.map((each) =>
              el(
                "label",
                { class: "option" },
                el("input", { type: "radio", name: "bet", value: each.name, checked: settled?.level === each.name }),
                ` ${each.label}`,
              ),
            ),
          )
        : el(
            "div",
            { class: "control" },
            el(
              "label",
              { for: "bet" },
              t(lesson.yes_or_no ? "lesson.how_many" : "lesson.how_much", {
                label: lesson.label,
                level: lesson.levels.find((each) => each.name === lesson.asked).label,
              }),
            ),
            el("input", {
              type: "range",
              id: "bet",
              min: 0,
              max: 100,
              step: 1,
              value: settled ? 100 * settled.value : 50,
              oninput: (event) => {
                event.target.nextSibling.textContent = event.target.value;
              },
            }),
            el("output", { for: "bet" }, String(settled ? Math.round(100 * settled.value) : 50)),
          );
    const warn = el("p", { role: "alert" });
    return el(
      "form",
      {
        class: "bet",
        onsubmit: (event) => {
          event.preventDefault();
          const level = new FormData(event.target).get("bet");
          if (lesson.bet === "level" && !level) {
            fill(warn, t("lesson.choose_first"));
            return;
          }
          fill(warn);
          bets[lesson.number] =
            lesson.bet === "level"
              ? { level, value: null }
              : { level: lesson.asked, value: Number(document.getElementById("bet").value) / 100 };
          reveal();
          tryPart.querySelector("h2").focus();
        },
      },
      field,
      warn,
      el("button", { type: "submit", class: "main" }, t("lesson.place")),
    );
  }

  function hide() {
    fill(tryPart, el("h2", {}, t("lesson.try")), el("p", { class: "quiet" }, t("lesson.first_bet")));
    fill(whyPart);
  }

  function reveal() {
    const place = lesson.levels.findIndex((each) => each.name === chosen);
    const shown = el("output", { for: "level" }, lesson.levels[place].label);
    const slider = el("input", {
      type: "range",
      id: "level",
      min: 0,
      max: lesson.levels.length - 1,
      step: 1,
      "aria-valuetext": lesson.levels[place].label,
      oninput: (event) => {
        const level = lesson.levels[Number(event.target.value)];
        chosen = level.name;
        shown.textContent = level.label;
        event.target.setAttribute("aria-valuetext", level.label);
        if (last) show(last);
      },
    });
    slider.value = place;
    fill(
      tryPart,
      el("h2", { tabindex: "-1" }, t("lesson.try")),
      el("p", {}, texts.try),
      el("div", { class: "control wide-control" }, el("label", { for: "level" }, lesson.axis), slider, shown),
      wrong,
      headline,
      known,
      picture.box,
    );
    fill(
      whyPart,
      el("h2", {}, t("lesson.why")),
      el("button", { type: "button", class: "main", onclick: explain }, t("lesson.show_why")),
    );
    ask({ ask: "lesson", lesson: lesson.number, lang: language() }, (said) => {
      if (said.problems) {
        fill(wrong, problemList(said.problems));
        return;
      }
      if (said.failed) {
        fill(wrong, failure(said.failed));
        return;
      }
      progress(known, said);
      if (said.ahead) return;
      last = said;
      show(said);
    });
  }

  function show(said) {
    const place = lesson.levels.findIndex((each) => each.name === chosen);
    headline.classList.toggle("two", lesson.arms.length > 1);
    fill(
      headline,
      lesson.arms.map((arm, k) => {
        const point = said.found.points[arm.name][place];
        const text =
          lesson.yes_or_no && lesson.shows === "policy_changed"
            ? ofHundred({ mean: point.mean, runs: said.n })
            : t("value_of", { label: lesson.label, value: lessonValue(lesson, point.mean) });
        return el(
          "p",
          { class: `arm-${k}` },
          lesson.arms.length > 1 ? el("small", {}, `${arm.label}${t("colon")}`) : null,
          text,
        );
      }),
    );
    picture.show(
      lessonPicture(lesson, said.found.points, { chosen, bet: bets[lesson.number], pale: !said.settled, t }),
    );
    if (said.settled) document.getElementById("said").textContent = headline.textContent;
  }

  function explain() {
    const claims = last?.settled ? last.found.claims : [];
    const open = claims.filter((each) => each.verdict !== "pass").length;
    fill(
      whyPart,
      el("h2", { tabindex: "-1" }, t("lesson.why")),
      el(
        "ul",
        { class: "why" },
        texts.why.map((text) => el("li", {}, text)),
      ),
      claims.length
        ? el(
            "p",
            { class: "quiet" },
            open
              ? t("lesson.claims_open", { n: open })
              : t("lesson.claims_hold", { n: claims.length, futures: number(last.n, 0) }),
          )
        : null,
      el("h3", {}, t("lesson.transfer")),
      el("p", { class: "lead" }, texts.transfer),
      links(),
    );
    setting("done", [...new Set([...(setting("done") ?? []), lesson.number])]);
    whyPart.querySelector("h2").focus();
  }

  function links() {
    const next = catalogue().lessons.find((each) => each.number === lesson.number + 1);
    return el(
      "p",
      { class: "tools" },
      el("a", { href: `/handout/${lesson.number}.html?lang=${language()}`, download: "" }, t("lesson.handout")),
      " ",
      el("button", { type: "button", onclick: () => print() }, t("lesson.print")),
      " ",
      next ? el("a", { href: `#/learn/${next.number}` }, t("lesson.next", { title: next.texts.title })) : null,
    );
  }

  function notes() {
    return el(
      "details",
      { class: "notes" },
      el("summary", {}, t("lesson.notes")),
      el(
        "ul",
        {},
        texts.notes.map((text) => el("li", {}, text)),
      ),
      el("p", {}, t("lesson.tested", { code: lesson.code, n: lesson.futures })),
    );
  }

  return { changed() {}, left: forget };
}
