/** One future, week by week: the network of trust, the map of power-holders, and what happened and why. */

import * as map from "../../charts/map.js";
import * as network from "../../charts/network.js";
import * as timeline from "../../charts/timeline.js";
import { catalogue } from "../catalogue.js";
import { el, fill } from "../dom.js";
import { date, language, number, t } from "../i18n.js";
import { once } from "../live.js";
import { active } from "../state.js";
import { failure, figure, month, problemList } from "../parts.js";

const NEAR = 8; // events that are listed up to the week
const SPEEDS = [800, 400, 150];

/** The section on one future, and what the page around it needs. */
export function futureView() {
  const told = el("div", { class: "story" });
  const wrong = el("div");
  const ties = figure("network", network);
  const holders = figure("map", map);
  const line = figure("timeline", timeline);
  const title = el("p", { class: "detail" });
  const slider = el("input", {
    type: "range",
    id: "week",
    min: 0,
    max: 0,
    step: 1,
    value: 0,
    oninput: (event) => show(Number(event.target.value)),
  });
  const play = el("button", { type: "button", id: "play", onclick: toggle }, t("play"));
  const speed = el(
    "select",
    { id: "speed" },
    SPEEDS.map((each, place) => el("option", { value: each, selected: place === 1 }, t(`speed_${place}`))),
  );
  const picks = el("div", { class: "choice", role: "group", "aria-label": t("future.which") });
  const own = el("input", { type: "number", id: "replicate", min: 0, max: 999, value: 0 });
  let future = null;
  let place = 0;
  let timer = null;
  let moved = () => {};
  const box = el(
    "section",
    { class: "future", "aria-label": t("future.title") },
    el("h2", {}, t("future.title")),
    el("p", {}, t("future.lead")),
    picks,
    wrong,
    title,
    el(
      "div",
      { class: "player" },
      play,
      button("step_back", -1),
      button("step", 1),
      el("label", { for: "week" }, t("week")),
      slider,
      el("label", { for: "speed" }, t("speed")),
      speed,
    ),
    el(
      "div",
      { class: "pair" },
      el("div", {}, el("h3", {}, t("future.network")), ties.box),
      el("div", {}, el("h3", {}, t("future.map")), holders.box),
    ),
    el("h3", {}, t("future.events")),
    line.box,
    told,
  );
  box.hidden = true;

  function button(key, by) {
    return el(
      "button",
      { type: "button", "data-key": by < 0 ? "back" : "step", onclick: () => future && show(place + by) },
      t(key),
    );
  }

  function toggle() {
    if (timer) {
      clearInterval(timer);
      timer = null;
      play.textContent = t("play");
      return;
    }
    if (!future || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      if (future) show(place + 1);
      return;
    }
    play.textContent = t("pause");
    const step = () => {
      if (place + 1 >= future.pictures.length) toggle();
      else show(place + 1);
    };
    timer = setInterval(step, Number(speed.value));
  }

  async function load(replicate) {
    fill(wrong);
    try {
      future = await (await once("/api/future", { design: active(), replicate, lang: language() })).json();
    } catch (said) {
      fill(wrong, said.problems ? problemList(said.problems) : failure(said.failed));
      return;
    }
    own.value = replicate;
    slider.max = future.pictures.length - 1;
    fill(title, t("future.end", { replicate, end: t(future.changed ? "future.changed" : "future.unchanged") }));
    show(0);
  }

  function show(next) {
    place = Math.max(0, Math.min(future.pictures.length - 1, next));
    slider.value = place;
    const picture = future.pictures[place];
    slider.setAttribute("aria-valuetext", month(picture.week));
    const marks = network.kindMarks(Object.keys(catalogue().kinds));
    const spots = network.circleLayout(future.members.map((each) => each.id));
    const labels = catalogue().kinds;
    ties.show({
      title: t("future.network"),
      description: month(picture.week),
      format: (value) => number(value, 2),
      label: t("future.trust"),
      formatX: month,
      nodes: future.members.map((each, k) => ({
        ...each,
        kind: labels[each.kind].label,
        ...marks[each.kind],
        ...spots[each.id],
        state: picture.inside[k] ? "in" : "out",
      })),
      ties: picture.ties,
    });
    holders.show({
      title: t("future.map"),
      description: month(picture.week),
      xLabel: t("position"),
      yLabel: t("influence"),
      against: t("chart.against"),
      for: t("chart.for"),
      format: (value) => number(value, 2),
      formatX: (value) => number(value, 1),
      holders: future.holders.map((each, k) => ({
        ...each,
        position: picture.holders[k][0],
        influence: picture.holders[k][1],
        present: picture.holders[k][2],
        from: { position: future.pictures[0].holders[k][0], influence: future.pictures[0].holders[k][1] },
      })),
    });
    line.show({
      title: t("future.events"),
      description: month(picture.week),
      weeks: future.weeks.at(-1),
      formatX: month,
      events: future.events,
      cursor: picture.week,
      format: (value) => number(value, 0),
    });
    const near = timeline.eventsUpTo(future.events, picture.week, NEAR);
    fill(
      told,
      el("p", { class: "when" }, month(picture.week)),
      near.length
        ? el(
            "ol",
            { class: "events" },
            near.map((each) =>
              el(
                "li",
                {},
                el("b", {}, date(each.date)),
                ` – ${each.text}`,
                each.why.length
                  ? el(
                      "ul",
                      {},
                      each.why.map((reason) => el("li", {}, reason)),
                    )
                  : null,
              ),
            ),
          )
        : el("p", {}, t("future.nothing")),
    );
    moved();
  }

  return {
    box,
    /** Offer a usual, a lucky and an unlucky future. */
    offer(which) {
      box.hidden = false;
      fill(
        picks,
        ["usual", "lucky", "unlucky"].map((sort) =>
          el("button", { type: "button", onclick: () => load(which[sort]) }, t(`future.${sort}`)),
        ),
        el("label", { for: "replicate" }, t("future.number")),
        own,
        el(
          "button",
          { type: "button", onclick: () => load(Math.max(0, Math.min(999, Math.round(Number(own.value) || 0)))) },
          t("future.show"),
        ),
      );
      if (!future) load(which.usual);
    },
    forget() {
      future = null;
      if (timer) toggle();
    },
    trajectory: (name) => (future ? { weeks: future.weeks, values: future.trajectory[name] } : null),
    week: () => (future ? future.pictures[place].week : null),
    onMoved(listener) {
      moved = listener;
    },
    toggle,
    step: (by) => future && show(place + by),
  };
}
