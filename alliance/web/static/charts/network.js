/** Who trusts whom: members at places that never move, ties as thick as the trust between them. */

import { INK, MARKS, SOFT, label, mark, node, picture, wide, wrap } from "./svg.js";

const COLOURS = ["#0b5a8a", "#b34700", "#2f6b2f", "#8a2b6b", "#6b5200", "#00696b", "#9c1f2e", "#4a4a9c"];

/** A place on a circle for each name, the first at the top. */
export function circleLayout(ids) {
  return Object.fromEntries(
    ids.map((id, k) => {
      const angle = (2 * Math.PI * k) / Math.max(1, ids.length) - Math.PI / 2;
      return [id, { x: 0.5 + 0.5 * Math.cos(angle), y: 0.5 + 0.5 * Math.sin(angle) }];
    }),
  );
}

/** A shape and a colour for each kind: no two kinds share both. */
export function kindMarks(kinds) {
  return Object.fromEntries(
    kinds.map((kind, k) => [kind, { shape: MARKS[k % MARKS.length], colour: COLOURS[k % COLOURS.length] }]),
  );
}

/** Draw the network of `data` in a container. */
export function draw(container, data) {
  const many = data.nodes.length > 16;
  const box = picture(container, data, (width) => Math.max(340, Math.min(620, width * 0.8)));
  const { svg, width, height } = box;
  const size = many ? Math.max(13, box.size * 0.72) : box.size;
  const room = Math.min(width * 0.28, Math.max(...data.nodes.map((each) => wide(each.name, size))) + 18);
  const x = (value) => room + value * (width - 2 * room);
  const y = (value) => size * 2 + value * (height - size * 4);
  const at = new Map(data.nodes.map((each) => [each.id, each]));
  for (const [one, other, weight] of data.ties) {
    const [a, b] = [at.get(one), at.get(other)];
    svg.append(
      node("line", {
        x1: x(a.x),
        y1: y(a.y),
        x2: x(b.x),
        y2: y(b.y),
        stroke: SOFT,
        "stroke-width": 0.5 + 6 * weight * weight,
        "stroke-opacity": 0.15 + 0.6 * weight,
      }),
    );
  }
  for (const each of data.nodes) {
    const inside = each.state === "in";
    svg.append(
      mark(each.shape, x(each.x), y(each.y), many ? 7 : 10, {
        fill: inside ? each.colour : "#ffffff",
        stroke: each.colour,
        "stroke-width": 2.5,
        "stroke-opacity": inside ? 1 : 0.6,
      }),
    );
    const side = each.x > 0.55 ? "start" : each.x < 0.45 ? "end" : "middle";
    const lines = side === "middle" ? [each.name] : wrap(each.name, room - 16, size).slice(0, 2);
    const dx = side === "start" ? 16 : side === "end" ? -16 : 0;
    const dy =
      side === "middle" ? (each.y < 0.5 ? -18 : 18 + size * 0.7) : size * 0.35 - (lines.length - 1) * size * 0.5;
    svg.append(
      label(lines, x(each.x) + dx, y(each.y) + dy, {
        "text-anchor": side,
        fill: inside ? INK : SOFT,
        "font-size": size,
      }),
    );
  }
}

/** The same as a table: members with their kind, then ties. */
export function table(data) {
  const names = new Map(data.nodes.map((each) => [each.id, each.name]));
  return {
    heads: [data.title, "", data.label],
    rows: [
      ...data.nodes.map((each) => [each.name, each.kind, each.state === "in" ? "✓" : "–"]),
      ...data.ties.map(([one, other, weight]) => [names.get(one), names.get(other), data.format(weight)]),
    ],
  };
}
