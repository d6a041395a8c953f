/** A fan: where a weekly variable lies over futures, a few of them, and one that is looked at. */

import { DESIGNS, INK, SOFT, apart, area, frame, hatch, label, node, path, picture, weekTicks, wide } from "./svg.js";

/** Draw the fan of `data` in a container. */
export function draw(container, data, words) {
  const box = picture(container, data, (width) => Math.max(300, Math.min(440, width * 0.55)));
  const { svg, size } = box;
  const colour = DESIGNS.A.colour;
  const names = [words.most, words.middle, words.median];
  const right = Math.max(...names.map((name) => wide(name, size))) + 18;
  const { x, y, inner } = frame(box, data, {
    low: 0,
    high: data.weeks.at(-1),
    right,
    xTicks: weekTicks(data.weeks, data.formatX),
  });
  const line = (values) => values.map((value, k) => [x(data.weeks[k]), y(value)]);
  const { p5, p25, p50, p75, p95 } = data.bands;
  const pale = data.pale ? hatch(box, "#9db8c9") : null;
  svg.append(
    area(line(p95), line(p5), { fill: pale ?? colour, "fill-opacity": pale ? 1 : 0.14 }),
    area(line(p75), line(p25), { fill: colour, "fill-opacity": data.pale ? 0.12 : 0.26 }),
  );
  for (const each of data.samples)
    svg.append(path(line(each), { stroke: SOFT, "stroke-width": 1, "stroke-opacity": 0.55 }));
  if (data.ghost) svg.append(path(line(data.ghost), { stroke: SOFT, "stroke-width": 2, "stroke-dasharray": "3 4" }));
  svg.append(path(line(p50), { stroke: colour, "stroke-width": data.pale ? 2 : 3.5 }));
  if (data.highlight) {
    svg.append(
      path(
        data.highlight.map((value, k) => [x(data.highlightWeeks[k]), y(value)]),
        { stroke: INK, "stroke-width": 3 },
      ),
    );
  }
  if (data.cursor !== null && data.cursor !== undefined) {
    svg.append(
      node("line", {
        x1: x(data.cursor),
        x2: x(data.cursor),
        y1: inner.top,
        y2: inner.bottom,
        stroke: DESIGNS.B.colour,
        "stroke-width": 2,
        "stroke-dasharray": "6 4",
      }),
    );
  }
  const ends = [y(p95.at(-1)), y(p75.at(-1)), y(p50.at(-1))];
  apart(ends, size * 1.15, inner.top + size * 0.5, inner.bottom).forEach((at, k) =>
    svg.append(
      label(names[k], inner.right + 8, at + size * 0.35, {
        fill: k === 2 ? colour : SOFT,
        "font-weight": k === 2 ? 600 : 400,
      }),
    ),
  );
}

/** The same numbers as a table. */
export function table(data) {
  const keys = Object.keys(data.bands);
  return {
    heads: [data.xLabel, ...keys.map((key) => `${key.slice(1)} %`)],
    rows: data.weeks.map((week, k) => [data.formatX(week), ...keys.map((key) => data.format(data.bands[key][k]))]),
  };
}
