/** Which settings move an outcome, ranked: the difference at either end of each, with its interval. */

import { DESIGNS, GRID, INK, SOFT, hatch, label, linear, node, picture, ticks, wide, wrap } from "./svg.js";

/** Draw the rows of `data` in a container. */
export function draw(container, data) {
  const rows = data.rows;
  const labelRoom = (width, size) =>
    Math.min(width * 0.38, Math.max(60, ...rows.map((row) => wide(row.label, size))) + 10);
  const texts = (width, size) => rows.map((row) => wrap(row.label, labelRoom(width, size) - 8, size));
  const bar = (size) => size * 1.25;
  const heights = (width, size) =>
    rows.map(
      (row, k) => Math.max(row.parts.length * bar(size), texts(width, size)[k].length * size * 1.15) + size * 0.7,
    );
  const box = picture(
    container,
    data,
    (width, size) => size * 3.9 + heights(width, size).reduce((sum, each) => sum + each, 0),
  );
  const { svg, width, height, size } = box;
  const room = labelRoom(width, size);
  const side = Math.min(
    width * 0.2,
    Math.max(20, ...rows.flatMap((row) => row.parts.map((part) => wide(part.at, size * 0.85)))) + 12,
  );
  const ends = rows.flatMap((row) => row.parts.flatMap((part) => [part.low ?? part.value, part.high ?? part.value, 0]));
  const x = linear(Math.min(...ends), Math.max(...ends), room + side, width - side);
  const bottom = height - size * 3.1;
  for (const value of ticks(Math.min(...ends), Math.max(...ends), width < 500 ? 3 : 6)) {
    svg.append(
      node("line", {
        x1: x(value),
        x2: x(value),
        y1: 4,
        y2: bottom,
        stroke: value === 0 ? INK : GRID,
        "stroke-width": value === 0 ? 2 : 1,
      }),
      label(data.formatX(value), x(value), bottom + size * 1.2, { "text-anchor": "middle", fill: SOFT }),
    );
  }
  const low = hatch(box, DESIGNS.B.colour, 6);
  let top = 6;
  heights(width, size).forEach((tall, k) => {
    const lines = texts(width, size)[k];
    svg.append(
      label(lines, room - 4, top + tall / 2 + size * 0.35 - size * 0.57 * (lines.length - 1), { "text-anchor": "end" }),
    );
    rows[k].parts.forEach((part, place) => drawPart(part, top + size * 0.35 + place * bar(size)));
    top += tall;
  });
  svg.append(label(data.xLabel, (room + width) / 2, height - size * 0.4, { "text-anchor": "middle" }));

  function drawPart(part, y) {
    const colour = part.higher ? DESIGNS.A.colour : DESIGNS.B.colour;
    const [from, to] = [Math.min(x(0), x(part.value)), Math.max(x(0), x(part.value))];
    const middle = y + bar(size) * 0.42;
    svg.append(
      node("rect", {
        x: from,
        y,
        width: Math.max(1.5, to - from),
        height: bar(size) * 0.84,
        fill: part.higher ? colour : low,
        stroke: colour,
        "fill-opacity": data.pale ? 0.4 : 1,
      }),
    );
    if (part.low !== null && part.high !== null) {
      svg.append(
        node("line", { x1: x(part.low), x2: x(part.high), y1: middle, y2: middle, stroke: INK, "stroke-width": 2 }),
      );
    }
    const left = part.value < 0;
    const edge = left ? Math.min(x(part.low ?? part.value), from) - 6 : Math.max(x(part.high ?? part.value), to) + 6;
    svg.append(
      label(part.at, edge, middle + size * 0.3, {
        "text-anchor": left ? "end" : "start",
        fill: SOFT,
        "font-size": size * 0.85,
      }),
    );
  }
}

/** The same numbers as a table. */
export function table(data) {
  return {
    heads: ["", "→", data.xLabel, "2,5 %", "97,5 %"],
    rows: data.rows.flatMap((row) =>
      row.parts.map((part) => [
        row.label,
        part.at,
        data.format(part.value),
        data.format(part.low),
        data.format(part.high),
      ]),
    ),
  };
}
