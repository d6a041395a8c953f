/** The team challenge: reach a chance of change within a budget. */

import { catalogue } from "../catalogue.js";
import { el, fill } from "../dom.js";
import { language, number, t } from "../i18n.js";
import { ask, forget } from "../live.js";
import { chanceText, failure, problemList, progress } from "../parts.js";
import { change, design } from "../state.js";

const { target, budget, prices, months } = {
  target: 0.37,
  budget: 80,
  months: [2, 3, 4, 6],
  prices: {
    ingo: 14,
    local_ngo: 6,
    grassroots: 3,
    membership_body: 8,
    womens_rights: 6,
    multilateral_donor: 16,
    foundation: 10,
    university: 7,
    think_tank: 8,
    faith: 4,
    private_sector: 9,
    media: 6,
    local_authority: 7,
  },
};
const chosen = { kinds: {}, interval: 3, restraint: 0.5 };
const MEETING = 24; // a meeting every week for five years costs so much, half of it every second week

/** What a choice costs, in thousands. */
export const cost = (each) =>
  Object.entries(each.kinds).reduce((sum, [kind, count]) => sum + count * prices[kind], 0) + MEETING / each.interval;

function asDesign() {
  const made = design("water");
  made.set = { "alliance.meeting_interval": chosen.interval, "alliance.ingo_restraint": chosen.restraint };
  made.removed = ["aquaterra", "sources", "collines", "femina", "agrafe", "alma", "hydra", "delta"];
  made.added = Object.entries(chosen.kinds).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, place) => ({
      id: `${kind}_${place + 1}`,
      name: `${catalogue().kinds[kind].label} ${place + 1}`,
      kind,
    })),
  );
  return made;
}

/** The challenge in `main`. */
export function challengeView(main) {
  const texts = catalogue().challenge;
  const gaps = (text) => text.replace("{target}", number(100 * target, 0)).replace("{budget}", number(budget, 0));
  const wrong = el("div");
  const headline = el("p", { class: "headline" });
  const spent = el("p", { class: "detail" });
  const verdict = el("p", { class: "detail", role: "status" });
  const known = el("p", { class: "known" });
  const choices = el(
    "div",
    { class: "controls many" },
    Object.entries(prices).map(([kind, price]) => {
      const id = `take-${kind}`;
      return el(
        "div",
        { class: "control" },
        el(
          "label",
          { for: id },
          t("challenge.price", { label: catalogue().kinds[kind].label, price: number(price, 0) }),
        ),
        el("input", {
          type: "number",
          id,
          min: 0,
          max: 6,
          step: 1,
          value: chosen.kinds[kind] ?? 0,
          onchange: (event) => {
            const value = Math.max(0, Math.min(6, Math.round(Number(event.target.value) || 0)));
            event.target.value = value;
            if (value) chosen.kinds[kind] = value;
            else delete chosen.kinds[kind];
            question();
          },
        }),
      );
    }),
  );
  const interval = el(
    "select",
    {
      id: "interval",
      onchange: (event) => {
        chosen.interval = Number(event.target.value);
        question();
      },
    },
    [1, ...months, 9].map((each) =>
      el("option", { value: each, selected: each === chosen.interval }, t("challenge.every", { n: each })),
    ),
  );
  fill(
    main,
    el("p", {}, el("a", { href: "#/learn" }, t("learn.all"))),
    el("h1", {}, texts.title),
    el("p", { class: "lead" }, gaps(texts.question)),
    el(
      "div",
      { class: "columns" },
      el(
        "section",
        { class: "side", "aria-label": t("settings") },
        el("div", { class: "control" }, el("label", { for: "interval" }, t("challenge.meetings")), interval),
        choices,
      ),
      el(
        "section",
        { class: "answer", "aria-label": t("answer") },
        wrong,
        headline,
        verdict,
        spent,
        known,
        el(
          "button",
          {
            type: "button",
            onclick: () => {
              change((now) => {
                now.designs[now.active] = asDesign();
              });
              location.hash = "#/explore";
            },
          },
          t("challenge.explore"),
        ),
      ),
    ),
    el(
      "details",
      { class: "notes" },
      el("summary", {}, t("lesson.notes")),
      el(
        "ul",
        {},
        texts.notes.map((text) => el("li", {}, gaps(text))),
      ),
    ),
  );

  function question() {
    const price = cost(chosen);
    const over = price > budget;
    fill(
      spent,
      t("challenge.spent", { spent: number(price, 0), budget: number(budget, 0) }),
      over ? ` ${t("challenge.over")}` : "",
    );
    spent.classList.toggle("problems", over);
    if (!Object.keys(chosen.kinds).length) {
      forget();
      fill(headline, t("challenge.nobody"));
      fill(verdict);
      fill(known);
      return;
    }
    ask({ ask: "explore", designs: { A: asDesign() }, lang: language() }, (said) => {
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
      fill(wrong);
      fill(headline, chanceText(said.found.chance));
      const { low, high } = said.found.chance;
      const reached = low >= target ? "challenge.reached" : high < target ? "challenge.missed" : "challenge.close";
      fill(verdict, over ? t("challenge.too_dear") : t(reached, { target: number(100 * target, 0) }));
    });
  }

  question();
  return { changed() {}, left: forget };
}
