/** Pieces that several pages share: sliders, figures with their table and exports, problems, what is known so far. */

import { csv, download, png, svgText } from "../charts/save.js";
import { catalogue } from "./catalogue.js";
import { el, fill, tableOf } from "./dom.js";
import { known, number, outcomeValue, percent, t } from "./i18n.js";
import { active, change, state } from "./state.js";

/** A frame around a picture: draws it again on demand, with its data table and its exports. */
export function figure(name, chart) {
  const canvas = el("div", { class: "canvas" });
  const table = el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": t("table") });
  let last = null;
  const save = (text, work) => el("button", { type: "button", class: "small", onclick: () => last && work() }, text);
  const tools = el(
    "div",
    { class: "tools" },
    save("PNG", async () => download(`${name}.png`, await png(canvas.querySelector("svg")), "image/png")),
    save("SVG", () => download(`${name}.svg`, svgText(canvas.querySelector("svg")), "image/svg+xml")),
    save("CSV", () => download(`${name}.csv`, csv(chart.table(last)), "text/csv")),
  );
  const twin = el(
    "details",
    { ontoggle: () => last && fill(table, tableOf(chart.table(last))) },
    el("summary", {}, t("table")),
    table,
  );
  const box = el("figure", { class: "picture" }, canvas, el("div", { class: "under" }, twin, tools));
  const show = (data) => {
    last = data;
    chart.draw(canvas, data, chartWords());
    if (twin.open) fill(table, tableOf(chart.table(data)));
  };
  return {
    box,
    show,
    clear: () => {
      last = null;
      fill(canvas);
      fill(table);
    },
    canvas,
  };
}

/** Words that pictures need. */
export const chartWords = () =>
  Object.fromEntries(["median", "middle", "most", "bet", "against", "for"].map((key) => [key, t(`chart.${key}`)]));

/** What is wrong with a design, in words. */
export function problemList(problems) {
  return el(
    "div",
    { class: "problems", role: "alert" },
    el("p", {}, t("problems")),
    el(
      "ul",
      {},
      problems.map((each) =>
        el(
          "li",
          {},
          [each.key, each.value, each.expected, each.nearest ? t("nearest", { name: each.nearest }) : ""]
            .filter(Boolean)
            .join(" – "),
        ),
      ),
    ),
  );
}

/** How many futures are known, and how sure that makes a chance. */
export function progress(box, said) {
  if (said.ahead) {
    fill(box, el("span", { class: "waiting" }, t("ahead", { n: said.ahead })));
    return;
  }
  const text = said.settled ? t("futures", { n: said.n }) : t("preview", { n: said.n });
  fill(box, el("progress", { max: said.of, value: said.n, "aria-label": text }), el("span", {}, text));
  box.classList.toggle("pale", !said.settled);
}

/** A chance in words: whole futures of a hundred; never 0 or 100 of a hundred where that is only a sample. */
export function chanceText(chance) {
  const hits = Math.round(chance.mean * chance.runs);
  if (hits === 0)
    return t("chance_none", { runs: number(chance.runs, 0), high: percent(1 - 0.025 ** (1 / chance.runs), 1) });
  if (hits === chance.runs) return t("chance_all", { runs: number(chance.runs, 0) });
  const few = chance.mean < 0.01 || chance.mean > 0.99;
  return t("chance", { share: number(100 * chance.mean, few ? 1 : 0) });
}

/** The same without a verb: whole futures of a hundred. */
export function ofHundred(chance) {
  const few = chance.mean < 0.01 || chance.mean > 0.99;
  return t("of_hundred", { share: number(100 * chance.mean, few ? 1 : 0) });
}

/** The interval of a chance in words. */
export const spanText = (chance) => t("span", { low: number(100 * chance.low, 0), high: number(100 * chance.high, 0) });

/** A value of a parameter as readers see it. */
export function valueText(path, value) {
  const each = catalogue().parameters[path];
  if (each.type === "choice" || each.type === "boolean") {
    return each.choices.find((one) => one.name === String(value))?.label ?? t(value ? "yes" : "no");
  }
  const whole = each.type === "integer" || Number.isInteger(value);
  return number(value, whole ? 0 : 2) + (each.unit ? `\u00a0${each.unit}` : "");
}

const steps = (each) => {
  if (each.type === "integer") return 1;
  const reach = each.high - each.low;
  return reach <= 2 ? 0.05 : reach / 100;
};

/** A control for one parameter of the active design. */
export function control(path, value) {
  const each = catalogue().parameters[path];
  const id = `set-${path.replace(".", "-")}`;
  const set = (next, run) =>
    change((now) => {
      now.designs[now.active].set[path] = next;
    }, run);
  const moved = path in active().set;
  const label = el("label", { for: id, class: moved ? "moved" : "" }, each.label, moved ? ` (${t("moved")})` : "");
  if (each.type === "choice" || each.type === "boolean") {
    const options =
      each.type === "choice"
        ? each.choices
        : [
            { name: "false", label: t("no") },
            { name: "true", label: t("yes") },
          ];
    const choice = el(
      "select",
      {
        id,
        onchange: (event) => set(each.type === "boolean" ? event.target.value === "true" : event.target.value, null),
      },
      options.map((one) => el("option", { value: one.name, selected: one.name === String(value) }, one.label)),
    );
    return el("div", { class: "control" }, label, choice);
  }
  const shown = el("output", { for: id }, valueText(path, value));
  const slider = el("input", {
    type: "range",
    id,
    min: each.low,
    max: each.high,
    step: steps(each),
    "aria-valuetext": valueText(path, value),
    oninput: (event) => {
      const next = Number(event.target.value);
      shown.textContent = valueText(path, next);
      event.target.setAttribute("aria-valuetext", valueText(path, next));
      set(next, path);
    },
  });
  slider.value = value;
  return el("div", { class: "control" }, label, slider, shown);
}

/** Which of the two designs is edited, and from which case it starts. */
export function designChoice() {
  const presets = catalogue().presets;
  return el(
    "div",
    { class: "choice" },
    el("label", { for: "preset" }, t("case")),
    el(
      "select",
      {
        id: "preset",
        onchange: (event) =>
          change((now) => {
            now.designs[now.active] = {
              preset: event.target.value,
              set: {},
              added: [],
              removed: [],
              changed: {},
              seed: 1,
            };
          }),
      },
      presets.map((name) => el("option", { value: name, selected: name === active().preset }, t(`preset.${name}`))),
    ),
    el("label", { for: "which" }, t("editing")),
    el(
      "select",
      {
        id: "which",
        onchange: (event) =>
          change((now) => {
            now.active = event.target.value;
          }),
      },
      ["A", "B"].map((name) => el("option", { value: name, selected: name === state().active }, t(`design_${name}`))),
    ),
  );
}

/** Settings in which a design differs from the case it starts from, in words. */
export function changesOf(design) {
  const said = Object.entries(design.set).map(([path, value]) =>
    `${catalogue().parameters[path]?.label ?? path}\u00a0: ${valueText(path, value)}`.replace("\u00a0: ", t("colon")),
  );
  if (design.added.length) said.push(t("plus", { names: design.added.map((each) => each.name).join(", ") }));
  if (design.removed.length) said.push(t("minus", { names: design.removed.join(", ") }));
  const changed = Object.keys(design.changed);
  if (changed.length) said.push(t("changed", { names: changed.join(", ") }));
  return said;
}

/** The label of a weekly variable. */
export const fanLabel = (name) => t(`fan.${name}`);

/** How a weekly variable's values read. */
export const fanFormat = (name) =>
  ["members"].includes(name)
    ? (value) => number(value, 0)
    : ["holder_position", "evidence", "capacity"].includes(name)
      ? (value) => number(value, 2)
      : (value) => percent(value, 0);

/** A week as a month of the run. */
export const month = (week) => t("month", { month: number(Math.round((week * 12) / 52), 0) });

/** An outcome's label and a formatter of its values. */
export function outcome(name) {
  const each = catalogue().outcomes[name];
  return { label: each.label, format: (value) => outcomeValue(each.unit, value) };
}

/** What failed, with the short name under which the server noted it. */
export const failure = (name) => el("p", { class: "problems", role: "alert" }, t("failed", { name }));

/** Words that may be missing for shipped cases of other versions. */
export const presetLabel = (name) => (known(`preset.${name}`) ? t(`preset.${name}`) : name);
