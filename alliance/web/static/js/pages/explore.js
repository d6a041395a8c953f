/** Explore: how one alliance lives through its years. */

import * as curves from "../../charts/curves.js";
import * as fan from "../../charts/fan.js";
import { ask, forget, once } from "../live.js";
import { catalogue } from "../catalogue.js";
import { el, fill } from "../dom.js";
import { language, t } from "../i18n.js";
import { active, before, state } from "../state.js";
import {
  changesOf,
  chanceText,
  control,
  designChoice,
  failure,
  fanFormat,
  fanLabel,
  figure,
  month,
  ofHundred,
  problemList,
  progress,
  spanText,
} from "../parts.js";
import { futureView } from "./future.js";

const MAIN = [
  "alliance.meeting_interval",
  "alliance.goal_ambition",
  "alliance.insider_share",
  "alliance.formality",
  "alliance.ingo_restraint",
  "alliance.relationship_investment",
  "context.controversy",
  "context.government_openness",
  "context.public_support",
  "context.initial_salience",
];

let variable = "trust_mean";
let ghost = null; // the answer before the last change, drawn grey
let settled = null;

/** The page in `main`; gives back what to do on a change of the design. */
export function explore(main) {
  const headline = el("p", { class: "headline" });
  const detail = el("p", { class: "detail" });
  const known = el("p", { class: "known", role: "status" });
  const wrong = el("div");
  const controls = el("div", { class: "controls" });
  const changes = figure("change", curves);
  const weekly = figure("weekly", fan);
  const choice = el(
    "select",
    {
      id: "fan",
      onchange: (event) => {
        variable = event.target.value;
        question();
      },
    },
    catalogue().fans.map((name) => el("option", { value: name, selected: name === variable }, fanLabel(name))),
  );
  const lived = futureView();
  fill(
    main,
    el("h1", {}, t("page.explore")),
    el("p", { class: "lead" }, t("explore.lead")),
    el(
      "div",
      { class: "columns" },
      el("section", { class: "side", "aria-label": t("settings") }, designChoice(), controls),
      el(
        "section",
        { class: "answer", "aria-label": t("answer") },
        wrong,
        headline,
        detail,
        known,
        el("h2", {}, t("explore.when")),
        changes.box,
        el("h2", {}, t("explore.course")),
        el("div", { class: "choice" }, el("label", { for: "fan" }, t("explore.variable")), choice),
        weekly.box,
      ),
    ),
    lived.box,
  );
  let described = null;

  async function settings() {
    try {
      described = await (await once("/api/design", { design: active(), lang: language() })).json();
    } catch (said) {
      fill(wrong, said.problems ? problemList(said.problems) : failure(said.failed));
      return;
    }
    fill(wrong);
    const open = Object.keys(described.values);
    const main10 = MAIN.filter((path) => open.includes(path));
    const rest = open.filter((path) => !main10.includes(path));
    const group = (role) =>
      el(
        "details",
        {},
        el("summary", {}, t(`all_${role}`)),
        rest
          .filter((path) => catalogue().parameters[path].role === role)
          .map((path) => control(path, described.values[path])),
      );
    const openGroups = [...controls.querySelectorAll("details")].map((each) => each.open);
    const focused = document.activeElement?.id;
    fill(
      controls,
      main10.map((path) => control(path, described.values[path])),
      group("lever"),
      group("context"),
      el(
        "details",
        {},
        el("summary", {}, t("same_command")),
        el("p", {}, t("same_command_how")),
        el("pre", { tabindex: "0" }, `${described.file}`),
        el("pre", { tabindex: "0" }, `alliance run design.yaml -r 1000 --seed ${active().seed}`),
      ),
    );
    [...controls.querySelectorAll("details")].forEach((each, place) => {
      each.open = openGroups[place] ?? false;
    });
    if (focused && focused.startsWith("set-")) document.getElementById(focused)?.focus();
  }

  function question() {
    ask({ ask: "explore", designs: { [state().active]: active() }, fan: variable, lang: language() }, (said) => {
      if (said.problems) {
        fill(wrong, problemList(said.problems));
        main.classList.add("stale");
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
      main.classList.remove("stale");
      show(said);
    });
  }

  function show(said) {
    const { found } = said;
    progress(known, said);
    fill(headline, chanceText(found.chance));
    fill(
      detail,
      t("explore.detail", {
        likely: t(`likely.${found.likely.word}`),
        span: spanText(found.chance),
        without: ofHundred(found.without),
      }),
    );
    const common = { pale: !said.settled, formatX: month, xLabel: t("months") };
    changes.show({
      ...common,
      title: t("explore.when"),
      description: chanceText(found.chance),
      yLabel: t("changed_by"),
      yMin: 0,
      yMax: 1,
      format: (value) => `${Math.round(100 * value)}`,
      series: [{ name: t(`design_${state().active}`), key: state().active, ...found.curve }],
      ghost: ghost ? { weeks: ghost.curve.weeks, share: ghost.curve.share } : null,
    });
    const one = lived.trajectory(variable);
    weekly.show({
      ...common,
      title: fanLabel(variable),
      description: fanLabel(variable),
      yLabel: fanLabel(variable),
      ...limits(variable, found.fan),
      format: fanFormat(variable),
      weeks: found.fan.weeks,
      bands: found.fan.bands,
      samples: found.fan.samples,
      highlight: one?.values ?? null,
      highlightWeeks: one?.weeks ?? null,
      cursor: lived.week(),
      ghost: ghost?.fan.variable === variable ? ghost.fan.bands.p50 : null,
    });
    if (said.settled) {
      settled = found;
      document.getElementById("said").textContent = `${chanceText(found.chance)} ${spanText(found.chance)}`;
      lived.offer(found.which, found);
    }
  }

  function limits(name, found) {
    if (name === "members" || name === "evidence" || name === "capacity") {
      return { yMin: 0, yMax: Math.max(1, ...found.bands.p95, ...found.samples.flat()) };
    }
    return name === "holder_position" ? { yMin: -1, yMax: 1 } : { yMin: 0, yMax: 1 };
  }

  lived.onMoved(() => settled && show({ settled: true, n: 1000, of: 1000, found: settled }));
  settings();
  question();
  return {
    changed() {
      ghost = before() && settled ? settled : null;
      settled = null;
      lived.forget();
      settings();
      question();
    },
    left: forget,
    changes: () => changesOf(active()),
  };
}
