/** Who has power and where each stands: position across, influence upwards; squares can block. */

import { DESIGNS, GRID, INK, SOFT, apart, label, linear, mark, node, picture, ticks, wide } from "./svg.js";

/** Draw the map of `data` in a container. */
export function draw(container, data) {
  const box = picture(container, data, (width) => Math.max(340, Math.min(620, width * 0.8)));
  const { svg, width, height, size } = box;
  const present = data.holders.filter((each) => each.present);
  const most = Math.max(0.2, ...present.map((each) => each.influence)) * 1.15;
  const inner = { left: size * 2.6, right: width - 14, top: size * 1.8, bottom: height - size * 3.4 };
  const x = linear(-1, 1, inner.left, inner.right);
  const y = linear(0, most, inner.bottom, inner.top);
  for (const value of [-1, -0.5, 0, 0.5, 1]) {
    svg.append(
      node("line", {
        x1: x(value),
        x2: x(value),
        y1: inner.top,
        y2: inner.bottom,
        stroke: value === 0 ? SOFT : GRID,
        "stroke-width": value === 0 ? 2 : 1,
      }),
    );
  }
  for (const value of ticks(0, most, 4)) {
    svg.append(
      node("line", { x1: inner.left, x2: inner.right, y1: y(value), y2: y(value), stroke: GRID }),
      label(data.formatX(value), inner.left - 6, y(value) + size * 0.35, { "text-anchor": "end", fill: SOFT }),
    );
  }
  svg.append(
    label(`← ${data.against}`, inner.left, inner.bottom + size * 1.3, { fill: SOFT }),
    label(`${data.for} →`, inner.right, inner.bottom + size * 1.3, { "text-anchor": "end", fill: SOFT }),
    label(data.xLabel, (inner.left + inner.right) / 2, height - size * 0.6, { "text-anchor": "middle" }),
    label(data.yLabel, 2, size, { "font-weight": 600 }),
  );
  const places = apart(
    present.map((each) => y(each.influence)),
    size * 1.25,
    inner.top,
    inner.bottom,
  );
  present.forEach((each, k) => {
    const [px, py] = [x(each.position), y(each.influence)];
    if (each.from && Math.abs(each.from.position - each.position) > 0.03) {
      svg.append(
        node("line", {
          x1: x(each.from.position),
          y1: y(each.from.influence),
          x2: px,
          y2: py,
          stroke: DESIGNS.B.colour,
          "stroke-width": 2,
        }),
        mark("circle", x(each.from.position), y(each.from.influence), 3.5, {
          fill: "#ffffff",
          stroke: DESIGNS.B.colour,
        }),
      );
    }
    svg.append(mark(each.veto ? "square" : "circle", px, py, each.veto ? 8 : 7, { fill: DESIGNS.A.colour }));
    const left = px + 14 + wide(each.name, size) > width;
    if (Math.abs(places[k] - py) > size) {
      svg.append(node("line", { x1: px, y1: py, x2: px + (left ? -12 : 12), y2: places[k], stroke: GRID }));
    }
    svg.append(
      label(each.name, px + (left ? -14 : 14), places[k] + size * 0.35, {
        "text-anchor": left ? "end" : "start",
        fill: INK,
        "font-size": size * 0.85,
      }),
    );
  });
}

/** The same numbers as a table. */
export function table(data) {
  return {
    heads: [data.title, data.xLabel, data.yLabel],
    rows: data.holders
      .filter((each) => each.present)
      .map((each) => [`${each.name}${each.veto ? " ■" : ""}`, data.format(each.position), data.format(each.influence)]),
  };
}
