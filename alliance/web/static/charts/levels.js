/** A lesson's picture: an outcome at each level of one lever, in one situation or several, and what was bet. */

import { DESIGNS, INK, SOFT, apart, frame, label, mark, node, path, picture, wide, wrap } from "./svg.js";

/** Draw the levels of `data` in a container. */
export function draw(container, data, words) {
  const lines = (width, size) =>
    Math.max(...data.levels.map((each) => wrap(each.label, width / data.levels.length - 10, size).length));
  const box = picture(
    container,
    data,
    (width, size) => Math.max(340, Math.min(480, width * 0.5)) + size * 1.15 * (lines(width * 0.8, size) - 1),
  );
  const { svg, size, width, height } = box;
  const several = data.arms.length > 1;
  const right = several ? Math.min(width * 0.3, Math.max(...data.arms.map((arm) => wide(arm.label, size)))) + 22 : 30;
  const count = data.levels.length;
  const inside = Object.assign(Object.create(null), data, { xLabel: "" });
  const extra = size * 1.15 * (lines(width * 0.8, size) - 1);
  const shape = { ...box, height: height - extra - size * 0.6 };
  const { x, y, inner } = frame(shape, inside, { low: -0.4, high: count - 0.6, right, xTicks: [] });
  const room = (inner.right - inner.left) / count - 8;
  data.levels.forEach((each, k) =>
    svg.append(
      label(wrap(each.label, room, size), x(k), inner.bottom + size * 1.3, {
        "text-anchor": "middle",
        fill: each.name === data.chosen ? INK : SOFT,
        "font-weight": each.name === data.chosen ? 700 : 400,
      }),
    ),
  );
  svg.append(label(data.xLabel, (inner.left + inner.right) / 2, height - size * 0.4, { "text-anchor": "middle" }));
  if (data.zero)
    svg.append(node("line", { x1: inner.left, x2: inner.right, y1: y(0), y2: y(0), stroke: SOFT, "stroke-width": 2 }));
  const place = data.levels.findIndex((each) => each.name === data.chosen);
  if (!data.hidden) {
    svg.append(
      node("line", {
        x1: x(place),
        x2: x(place),
        y1: inner.top,
        y2: inner.bottom,
        stroke: SOFT,
        "stroke-dasharray": "2 5",
      }),
    );
    data.arms.forEach((arm) => drawArm(arm));
  }
  if (data.betLevel) drawBet();
  if (several && !data.hidden) {
    const wanted = data.arms.map((arm) => y(data.points[arm.name].at(-1)?.mean ?? data.yMin));
    const texts = data.arms.map((arm) => wrap(arm.label, right - 20, size));
    apart(wanted, size * 1.2 * Math.max(...texts.map((text) => text.length)), inner.top, inner.bottom).forEach(
      (at, k) =>
        svg.append(
          label(texts[k], inner.right + 14, at + size * 0.35, {
            fill: DESIGNS[data.arms[k].key].colour,
            "font-weight": 600,
          }),
        ),
    );
  }

  function drawArm(arm) {
    const { colour, dash } = DESIGNS[arm.key];
    const points = data.points[arm.name];
    const width_ = data.pale ? 1.5 : 3;
    svg.append(
      path(
        points.map((each, k) => [x(k), each ? y(each.mean) : NaN]),
        { stroke: colour, "stroke-width": width_, "stroke-dasharray": dash },
      ),
    );
    points.forEach((each, k) => {
      if (!each) return;
      svg.append(
        node("line", {
          x1: x(k),
          x2: x(k),
          y1: y(each.low),
          y2: y(each.high),
          stroke: colour,
          "stroke-width": data.pale ? 1.5 : 2.5,
        }),
        mark("circle", x(k), y(each.mean), 5.5, {
          fill: data.pale ? "#ffffff" : colour,
          stroke: colour,
          "stroke-width": 2,
        }),
      );
      if (k === place)
        svg.append(mark("circle", x(k), y(each.mean), 12, { fill: "none", stroke: INK, "stroke-width": 3 }));
    });
  }

  function drawBet() {
    const k = data.levels.findIndex((each) => each.name === data.betLevel);
    const at = data.betValue === null ? inner.top + size * 0.7 : y(data.betValue);
    const last = k > count / 2;
    svg.append(
      data.betValue === null
        ? node("line", {
            x1: x(k),
            x2: x(k),
            y1: inner.top,
            y2: inner.bottom,
            stroke: "#8a2b6b",
            "stroke-width": 2,
            "stroke-dasharray": "7 5",
          })
        : mark("diamond", x(k), at, 8, { fill: "#8a2b6b" }),
      label(words.bet, x(k) + (last ? -14 : 14), at + size * 0.35, {
        fill: "#8a2b6b",
        "font-weight": 600,
        "text-anchor": last ? "end" : "start",
      }),
    );
  }
}

/** The same numbers as a table. */
export function table(data) {
  const rows = data.levels.map((level, k) => [
    level.label,
    ...data.arms.flatMap((arm) => {
      const each = data.points[arm.name][k];
      return each ? [data.format(each.mean), `${data.format(each.low)} … ${data.format(each.high)}`] : ["–", "–"];
    }),
  ]);
  return { heads: [data.xLabel, ...data.arms.flatMap((arm) => [arm.label || data.yLabel, "95 %"])], rows };
}
