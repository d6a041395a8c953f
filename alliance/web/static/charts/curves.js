/** Curves: the share of futures in which something has happened by a time, for one design or several. */

import { DESIGNS, SOFT, apart, area, frame, hatch, label, path, picture, weekTicks, wide } from "./svg.js";

/** Draw the curves of `data` in a container. */
export function draw(container, data) {
  const box = picture(container, data, (width) => Math.max(300, Math.min(440, width * 0.52)));
  const { svg, size, width } = box;
  const ends = data.series.map((each) => `${each.name} ${data.format(each.share.at(-1))}`);
  const right = Math.min(width * 0.34, Math.max(...ends.map((text) => wide(text, size)))) + 18;
  const weeks = data.series[0].weeks;
  const { x, y, inner } = frame(box, data, {
    low: 0,
    high: weeks.at(-1),
    right,
    xTicks: weekTicks(weeks, data.formatX),
  });
  if (data.ghost) {
    svg.append(
      path(
        data.ghost.share.map((value, k) => [x(data.ghost.weeks[k]), y(value)]),
        { stroke: SOFT, "stroke-width": 2, "stroke-dasharray": "3 4" },
      ),
    );
  }
  for (const each of data.series) {
    const { colour, dash } = DESIGNS[each.key];
    const line = (values) => values.map((value, k) => [x(each.weeks[k]), y(value)]);
    svg.append(
      area(
        line(each.high),
        line(each.low),
        data.pale ? { fill: hatch(box, "#b8b8b8") } : { fill: colour, "fill-opacity": 0.16 },
      ),
      path(line(each.share), { stroke: colour, "stroke-width": data.pale ? 2 : 3.5, "stroke-dasharray": dash }),
    );
  }
  const wanted = data.series.map((each) => y(each.share.at(-1)));
  apart(wanted, size * 1.2, inner.top + size * 0.5, inner.bottom).forEach((at, k) =>
    svg.append(
      label(ends[k], inner.right + 8, at + size * 0.35, {
        fill: DESIGNS[data.series[k].key].colour,
        "font-weight": 600,
      }),
    ),
  );
}

/** The same numbers as a table. */
export function table(data) {
  return {
    heads: [data.xLabel, ...data.series.flatMap((each) => [each.name, "2,5 %", "97,5 %"])],
    rows: data.series[0].weeks.map((week, k) => [
      data.formatX(week),
      ...data.series.flatMap((each) => [each.share, each.low, each.high].map((values) => data.format(values[k]))),
    ]),
  };
}
