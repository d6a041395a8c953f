/** Differences with their intervals, one row each; hollow where the interval holds zero. */

import { DESIGNS, GRID, INK, SOFT, label, linear, mark, node, picture, ticks, wide, wrap } from "./svg.js";

/** Draw the rows of `data` in a container. */
export function draw(container, data) {
  const rows = data.rows;
  const shape = (width, size) => {
    const room = Math.min(width * 0.36, Math.max(...rows.map((row) => wide(row.label, size))) + 12);
    return { room, texts: rows.map((row) => wrap(row.label, room - 8, size)) };
  };
  const step = (texts, size) => size * 1.2 * Math.max(...texts.map((text) => text.length)) + size * 0.9;
  const box = picture(
    container,
    data,
    (width, size) => size * 4.4 + rows.length * step(shape(width, size).texts, size),
  );
  const { svg, width, height, size } = box;
  const { room, texts } = shape(width, size);
  const values = rows.map((row) => data.format(row.value));
  const right = width - Math.max(...values.map((text) => wide(text, size))) - 16;
  const ends = rows.flatMap((row) => [row.low, row.high, 0]).filter(Number.isFinite);
  const x = linear(Math.min(...ends), Math.max(...ends), room + 14, right - 10);
  const top = size * 2;
  const bottom = height - size * 2.4;
  for (const value of ticks(Math.min(...ends), Math.max(...ends), width < 500 ? 3 : 5)) {
    svg.append(
      node("line", {
        x1: x(value),
        x2: x(value),
        y1: top,
        y2: bottom,
        stroke: value === 0 ? INK : GRID,
        "stroke-width": value === 0 ? 2 : 1,
      }),
      label(data.formatX(value), x(value), bottom + size * 1.2, { "text-anchor": "middle", fill: SOFT }),
    );
  }
  const gap = step(texts, size);
  rows.forEach((row, k) => {
    const y = top + gap * (k + 0.5);
    const colour = DESIGNS.A.colour;
    svg.append(label(texts[k], room, y + size * 0.35 - size * 0.57 * (texts[k].length - 1), { "text-anchor": "end" }));
    if (row.low !== null && row.high !== null) {
      svg.append(
        node("line", {
          x1: x(row.low),
          x2: x(row.high),
          y1: y,
          y2: y,
          stroke: colour,
          "stroke-width": row.clear ? 4 : 2,
        }),
      );
    }
    svg.append(
      mark("circle", x(row.value), y, 7, { fill: row.clear ? colour : "#ffffff", stroke: colour, "stroke-width": 2.5 }),
      label(values[k], width - 4, y + size * 0.35, { "text-anchor": "end", "font-weight": row.clear ? 700 : 400 }),
    );
  });
  const half = Math.max(80, (right - room) / 2);
  svg.append(
    label(`← ${wrap(data.leftWord, half, size)[0]}`, room + 8, size * 1.1, { fill: SOFT }),
    label(`${data.rightWord} →`, right, size * 1.1, { "text-anchor": "end", fill: SOFT }),
    label(data.xLabel, (room + right) / 2, height - size * 0.3, { "text-anchor": "middle" }),
  );
}

/** The same numbers as a table. */
export function table(data) {
  return {
    heads: ["", data.xLabel, "2,5 %", "97,5 %"],
    rows: data.rows.map((row) => [row.label, data.format(row.value), data.format(row.low), data.format(row.high)]),
  };
}
