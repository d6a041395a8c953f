/** What happened when: a mark for each event, larger where it weighs more. */

import { DESIGNS, SOFT, label, linear, mark, node, picture, weekTicks } from "./svg.js";

/** Draw the events of `data` in a container. */
export function draw(container, data) {
  const box = picture(container, data, (width, size) => size * 5.2);
  const { svg, width, height, size } = box;
  const x = linear(0, data.weeks, 24, width - 24);
  const middle = height * 0.42;
  svg.append(node("line", { x1: 24, x2: width - 24, y1: middle, y2: middle, stroke: SOFT, "stroke-width": 2 }));
  let end = -Infinity;
  for (const [week, text] of weekTicks([data.weeks], data.formatX)) {
    svg.append(node("line", { x1: x(week), x2: x(week), y1: middle - 6, y2: middle + 6, stroke: SOFT }));
    if (x(week) < end) continue;
    end = x(week) + size * 5;
    const side = week === 0 ? "start" : x(week) > width - size * 4 ? "end" : "middle";
    svg.append(label(text, x(week), height - size * 0.6, { "text-anchor": side, fill: SOFT }));
  }
  for (const event of data.events) {
    const past = event.week <= data.cursor;
    svg.append(
      mark("circle", x(event.week), middle, 2 + 2.2 * event.weight, {
        fill: past ? DESIGNS.A.colour : "#ffffff",
        stroke: past ? DESIGNS.A.colour : SOFT,
        "fill-opacity": past ? 0.75 : 1,
      }),
    );
  }
  svg.append(
    node("line", {
      x1: x(data.cursor),
      x2: x(data.cursor),
      y1: 4,
      y2: height - size * 1.8,
      stroke: DESIGNS.B.colour,
      "stroke-width": 3,
    }),
  );
}

/** The last events up to a week, the newest first. */
export function eventsUpTo(events, week, most) {
  return events
    .filter((event) => event.week <= week)
    .slice(-most)
    .reverse();
}

/** The same as a table. */
export function table(data) {
  return {
    heads: [data.formatX(data.weeks), data.title],
    rows: data.events.map((event) => [data.formatX(event.week), event.text]),
  };
}
