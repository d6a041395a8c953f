/** Compare: which design is better, by how much, how sure. */

import * as curves from "../../charts/curves.js";
import * as intervals from "../../charts/intervals.js";
import { el, fill } from "../dom.js";
import { language, number, points, t } from "../i18n.js";
import { ask, forget, once } from "../live.js";
import { change, state } from "../state.js";
import {
  changesOf,
  chanceText,
  failure,
  figure,
  month,
  outcome,
  presetLabel,
  problemList,
  progress,
  spanText,
} from "../parts.js";

const SHARES = ["policy_changed", "provisions_won", "alive", "fatigue_mean", "legitimacy", "local_voice_share"];

/** The two designs by the names that sentences use. */
export const named = () => ({ [t("design_A")]: state().designs.A, [t("design_B")]: state().designs.B });

/** What the two designs are, in words, with the tools to make one of the other. */
export function designCards() {
  return el(
    "div",
    { class: "pair" },
    ["A", "B"].map((name) => {
      const design = state().designs[name];
      const said = changesOf(design);
      return el(
        "section",
        { class: `card design-${name}`, "aria-label": t(`design_${name}`) },
        el("h2", {}, t(`design_${name}`)),
        el("p", {}, presetLabel(design.preset)),
        said.length
          ? el(
              "ul",
              {},
              said.map((text) => el("li", {}, text)),
            )
          : el("p", { class: "quiet" }, t("as_shipped")),
        el(
          "button",
          {
            type: "button",
            onclick: () => {
              change((now) => {
                now.active = name;
              });
              location.hash = "#/explore";
            },
          },
          t("edit_design", { name: t(`design_${name}`) }),
        ),
        el(
          "button",
          {
            type: "button",
            onclick: () =>
              change((now) => {
                now.designs[name] = structuredClone(now.designs[name === "A" ? "B" : "A"]);
              }),
          },
          t("copy_design", { name: t(`design_${name === "A" ? "B" : "A"}`) }),
        ),
      );
    }),
  );
}

/** The page in `main`. */
export function compare(main) {
  const cards = el("div");
  const wrong = el("div");
  const sentences = el("div", { class: "headline small" });
  const detail = el("p", { class: "detail" });
  const known = el("p", { class: "known", role: "status" });
  const over = figure("compare", curves);
  const forest = figure("differences", intervals);
  const other = el("table");
  const reasons = el("div");
  const whyButton = el("button", { type: "button", onclick: explain }, t("compare.why"));
  fill(
    main,
    el("h1", {}, t("page.compare")),
    el("p", { class: "lead" }, t("compare.lead")),
    cards,
    wrong,
    sentences,
    detail,
    known,
    el("h2", {}, t("explore.when")),
    over.box,
    el("h2", {}, t("compare.differences")),
    forest.box,
    el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": t("compare.others") }, other),
    el("h2", {}, t("compare.first")),
    el("p", {}, t("compare.first_lead")),
    whyButton,
    reasons,
  );

  function question() {
    fill(cards, designCards());
    ask({ ask: "compare", designs: named(), lang: language() }, (said) => {
      if (said.problems) {
        fill(wrong, problemList(said.problems));
        return;
      }
      if (said.failed) {
        fill(wrong, failure(said.failed));
        return;
      }
      if (said.ahead) {
        progress(known, said);
        return;
      }
      fill(wrong);
      show(said);
    });
  }

  function show(said) {
    const { found } = said;
    progress(known, said);
    fill(
      sentences,
      found.sentences.map((text) => el("p", {}, text)),
    );
    const names = Object.keys(found.designs);
    const pair = found.pairs.find((row) => row.outcome === "policy_changed");
    fill(
      detail,
      t("compare.ends", {
        first: names[0],
        second: names[1],
        higher: number(pair.higher, 0),
        lower: number(pair.lower, 0),
        equal: number(pair.equal, 0),
      }),
    );
    over.show({
      title: t("explore.when"),
      description: found.sentences.join(" "),
      pale: !said.settled,
      formatX: month,
      xLabel: t("months"),
      yLabel: t("changed_by"),
      yMin: 0,
      yMax: 1,
      format: (value) => number(100 * value, 0),
      ghost: null,
      series: names.map((name, place) => ({ name, key: "ABC"[place], ...found.designs[name].curve })),
    });
    const rows = found.pairs.filter((row) => SHARES.includes(row.outcome));
    forest.show({
      title: t("compare.differences"),
      description: t("compare.differences"),
      xLabel: t("compare.points"),
      leftWord: t("more_with", { name: names[1] }),
      rightWord: t("more_with", { name: names[0] }),
      format: (value) => points(value),
      formatX: (value) => points(value, 0),
      rows: rows.map((row) => ({
        label: outcome(row.outcome).label,
        value: row.difference,
        low: row.interval[0],
        high: row.interval[1],
        clear: row.distinguishable,
      })),
    });
    const others = found.pairs.filter((row) => !SHARES.includes(row.outcome) && row.outcome !== "weeks_until_change");
    fill(
      other,
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          [t("outcome"), ...names, t("difference")].map((text) => el("th", { scope: "col" }, text)),
        ),
      ),
      el(
        "tbody",
        {},
        others.map((row) => {
          const { label, format } = outcome(row.outcome);
          return el(
            "tr",
            {},
            el("th", { scope: "row" }, label),
            names.map((name) => el("td", {}, format(found.designs[name].outcomes[row.outcome].mean))),
            el(
              "td",
              {},
              t("span_of", {
                value: format(row.difference),
                low: format(row.interval[0]),
                high: format(row.interval[1]),
              }),
              row.distinguishable ? "" : ` (${t("not_clear")})`,
            ),
          );
        }),
      ),
    );
    if (said.settled) document.getElementById("said").textContent = found.sentences.join(" ");
    detail.title = names
      .map((name) => `${name}: ${chanceText(found.designs[name].chance)} ${spanText(found.designs[name].chance)}`)
      .join("; ");
  }

  async function explain() {
    whyButton.disabled = true;
    fill(reasons, el("p", { class: "waiting", role: "status" }, t("working")));
    try {
      const found = await (await once("/api/why", { designs: named(), lang: language() })).json();
      const pair = found.pairs[0];
      fill(
        reasons,
        el("p", {}, t("compare.alike", { alike: number(pair.alike, 0), read: number(pair.read, 0) })),
        el(
          "ol",
          {},
          pair.rows.map((row) =>
            el(
              "li",
              {},
              t("compare.only", {
                pairs: number(row.pairs, 0),
                read: number(pair.read, 0),
                name: row.only_with,
                month: month(row.week),
              }),
              " ",
              el("q", {}, row.text[language()]),
            ),
          ),
        ),
        ["usual", "lucky", "unlucky"].map((sort) =>
          el(
            "details",
            {},
            el("summary", {}, `${t(`future.${sort}`)} – ${found.stories.alternative}`),
            el(
              "ol",
              { class: "events" },
              found.stories[sort].lines[language()].map(([when, text]) =>
                el("li", {}, el("b", {}, when), ` – ${text}`),
              ),
            ),
          ),
        ),
      );
    } catch (said) {
      fill(reasons, said.problems ? problemList(said.problems) : failure(said.failed));
    }
    whyButton.disabled = false;
  }

  question();
  return { changed: question, left: forget };
}
