/** What matters: which choice, condition or member moves the result. */

import * as heat from "../../charts/heat.js";
import * as tornado from "../../charts/tornado.js";
import { catalogue } from "../catalogue.js";
import { el, fill } from "../dom.js";
import { language, percent, points, t } from "../i18n.js";
import { ask, forget, once } from "../live.js";
import { active, state } from "../state.js";
import { designChoice, failure, figure, outcome, problemList, progress } from "../parts.js";

const MOST = 14;
const SHARES = ["policy_changed", "provisions_won", "alive", "legitimacy", "local_voice_share", "fatigue_mean"];
const asked = { about: "lever", outcome: "policy_changed", x: "alliance.meeting_interval", y: "context.controversy" };

/** The page in `main`. */
export function matters(main) {
  const wrong = el("div");
  const known = el("p", { class: "known", role: "status" });
  const sentence = el("p", { class: "detail" });
  const ranked = figure("matters", tornado);
  const grid = figure("two", heat);
  const stop = el(
    "button",
    {
      type: "button",
      onclick: () => {
        forget();
        stop.hidden = true;
        fill(known, t("stopped"));
      },
    },
    t("cancel"),
  );
  const pick = (id, options, chosen, set) => [
    el("label", { for: id }, t(`matters.${id}`)),
    el(
      "select",
      { id, onchange: (event) => set(event.target.value) },
      options.map(([name, text]) => el("option", { value: name, selected: name === chosen }, text)),
    ),
  ];
  const axes = el("div", { class: "choice" });
  fill(
    main,
    el("h1", {}, t("page.matters")),
    el("p", { class: "lead" }, t("matters.lead")),
    designChoice(),
    el(
      "div",
      { class: "choice" },
      pick(
        "about",
        ["lever", "context", "members"].map((each) => [each, t(`matters.${each}`)]),
        asked.about,
        (value) => {
          asked.about = value;
          question();
        },
      ),
      pick(
        "outcome",
        SHARES.map((each) => [each, outcome(each).label]),
        asked.outcome,
        (value) => {
          asked.outcome = value;
          question();
        },
      ),
    ),
    wrong,
    el("div", { class: "choice" }, known, stop),
    sentence,
    ranked.box,
    el("h2", {}, t("matters.two")),
    el("p", {}, t("matters.two_lead")),
    axes,
    el("button", { type: "button", onclick: both }, t("matters.compute")),
    grid.box,
  );

  function receive(listener) {
    stop.hidden = false;
    return (said) => {
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
      if (said.settled) stop.hidden = true;
      listener(said);
    };
  }

  function question() {
    fill(known, t("working"));
    ask(
      { ask: "matters", designs: { A: active() }, about: asked.about, outcome: asked.outcome, lang: language() },
      receive(show),
    );
  }

  function show(said) {
    const groups = new Map();
    for (const row of said.found.rows) groups.set(row.path, [...(groups.get(row.path) ?? []), row]);
    const size = (rows) => Math.max(...rows.map((row) => Math.abs(row.difference ?? 0)));
    const order = [...groups.values()].sort((one, other) => size(other) - size(one)).slice(0, MOST);
    const clear = order.filter((rows) => rows.some((row) => row.low > 0 || row.high < 0));
    fill(
      sentence,
      t("matters.base", { label: outcome(said.found.outcome).label, base: percent(said.found.base) }),
      " ",
      clear.length ? t("matters.clear", { n: clear.length, first: clear[0][0].label }) : t("matters.none"),
    );
    ranked.show({
      title: t(`matters.${said.found.about}`),
      description: sentence.textContent,
      pale: !said.settled,
      xLabel: t("matters.change", { label: outcome(said.found.outcome).label }),
      format: (value) => points(value),
      formatX: (value) => points(value, 0),
      rows: order.map((rows) => ({
        label: rows[0].label,
        parts: rows
          .slice(0, 2)
          .map((row) => ({ value: row.difference, low: row.low, high: row.high, at: row.at, higher: row.higher })),
      })),
    });
    if (said.settled) document.getElementById("said").textContent = sentence.textContent;
  }

  async function choices() {
    try {
      const described = await (await once("/api/design", { design: active(), lang: language() })).json();
      const options = Object.keys(described.values).map((path) => [path, catalogue().parameters[path].label]);
      fill(
        axes,
        pick("x", options, asked.x, (value) => {
          asked.x = value;
        }),
        pick("y", options, asked.y, (value) => {
          asked.y = value;
        }),
      );
    } catch (said) {
      fill(wrong, said.problems ? problemList(said.problems) : failure(said.failed));
    }
  }

  function both() {
    ask(
      { ask: "heat", designs: { A: active() }, x: asked.x, y: asked.y, lang: language() },
      receive((said) => {
        const { found } = said;
        grid.show({
          title: t("matters.two"),
          description: found.labels.join(" × "),
          xs: found.xs,
          ys: found.ys,
          values: found.values,
          xLabel: found.labels[0],
          yLabel: found.labels[1],
          format: (value) => percent(value),
          chosen: null,
        });
      }),
    );
  }

  choices();
  question();
  return {
    changed() {
      choices();
      question();
    },
    left: forget,
    about: () => state().active,
  };
}
