/** What every picture is made of: elements, scales, ticks, marks, text that wraps. */

const NS = "http://www.w3.org/2000/svg";
let drawn = 0;

/** Colours, dashes and order of the designs A to D: told apart without colour too. */
export const DESIGNS = {
  A: { colour: "#0b5a8a", dash: null },
  B: { colour: "#b34700", dash: "8 4" },
  C: { colour: "#2f6b2f", dash: "2 4" },
  D: { colour: "#5b3a8c", dash: "10 3 2 3" },
};
export const INK = "#1c1c1c";
export const SOFT = "#595959";
export const GRID = "#d9d9d9";

/** An SVG element with attributes and children. */
export function node(name, attributes = {}, ...children) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return made;
}

/** Size of texts in pixels for a picture of this width. */
export function textSize(width) {
  if (document.documentElement.classList.contains("projector")) return 24;
  return width < 500 ? 14 : 18;
}

/** An empty picture in a container: {svg, width, height, size}; `height` may depend on the width and text size. */
export function picture(container, data, height) {
  const width = Math.max(280, container.clientWidth || 720);
  const size = textSize(width);
  const tall = typeof height === "function" ? height(width, size) : height;
  drawn += 1;
  const names = [`title-${drawn}`, `desc-${drawn}`];
  const svg = node(
    "svg",
    {
      role: "img",
      viewBox: `0 0 ${width} ${tall}`,
      width: "100%",
      "aria-labelledby": names.join(" "),
      "font-family": "system-ui, sans-serif",
      "font-size": size,
      fill: INK,
    },
    node("title", { id: names[0] }, data.title ?? ""),
    node("desc", { id: names[1] }, data.description ?? ""),
  );
  container.replaceChildren(svg);
  return { svg, width, height: tall, size, id: drawn };
}

/** A straight scale from values to pixels. */
export function linear(low, high, from, to) {
  const reach = high - low || 1;
  return (value) => from + ((to - from) * (value - low)) / reach;
}

/** Round values between two ends, about so many. */
export function ticks(low, high, about = 5) {
  const rough = (high - low) / Math.max(1, about) || 1;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * unit).find((each) => each >= rough * 0.999);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k += 1)
    found.push(Number((k * step).toPrecision(12)));
  return found;
}

/** About how wide a text is. */
export const wide = (text, size) => String(text).length * size * 0.57;

/** Lines of a text that fit a width. */
export function wrap(text, width, size) {
  const lines = [];
  for (const word of String(text).split(" ")) {
    const line = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && wide(line, size) <= width) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}

/** A text at a place; several lines grow downwards. */
export function label(text, x, y, attributes = {}) {
  const lines = Array.isArray(text) ? text : [text];
  return node(
    "text",
    { x, y, ...attributes },
    lines.map((line, place) => node("tspan", { x, dy: place ? "1.15em" : 0 }, line)),
  );
}

/** A line through points, with gaps where a value is missing. */
export function path(points, attributes = {}) {
  let pen = false;
  const d = points
    .map(([x, y]) => {
      if (!Number.isFinite(y)) {
        pen = false;
        return "";
      }
      const step = `${pen ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
      pen = true;
      return step;
    })
    .join("");
  return node("path", { d, fill: "none", ...attributes });
}

/** The area between two lines. */
export function area(upper, lower, attributes = {}) {
  const d = [...upper, ...lower.slice().reverse()].map(
    ([x, y], place) => `${place ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`,
  );
  return node("path", { d: `${d.join("")}Z`, stroke: "none", ...attributes });
}

/** A hatched fill; its reference goes into `fill`. */
export function hatch(box, colour, gap = 7) {
  const id = `hatch-${box.id}-${box.svg.querySelectorAll("pattern").length}`;
  box.svg.append(
    node(
      "defs",
      {},
      node(
        "pattern",
        { id, width: gap, height: gap, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        node("line", { x1: 0, y1: 0, x2: 0, y2: gap, stroke: colour, "stroke-width": 2 }),
      ),
    ),
  );
  return `url(#${id})`;
}

const SHAPES = {
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  triangle: [
    [0, -1.2],
    [1.15, 0.9],
    [-1.15, 0.9],
  ],
  diamond: [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  cross: [
    [-0.4, -1.2],
    [0.4, -1.2],
    [0.4, -0.4],
    [1.2, -0.4],
    [1.2, 0.4],
    [0.4, 0.4],
    [0.4, 1.2],
    [-0.4, 1.2],
    [-0.4, 0.4],
    [-1.2, 0.4],
    [-1.2, -0.4],
    [-0.4, -0.4],
  ],
  hexagon: [
    [1.15, 0],
    [0.57, 1],
    [-0.57, 1],
    [-1.15, 0],
    [-0.57, -1],
    [0.57, -1],
  ],
  star: Array.from({ length: 10 }, (_, k) => [
    Math.sin((k * Math.PI) / 5) * (k % 2 ? 0.6 : 1.4),
    -Math.cos((k * Math.PI) / 5) * (k % 2 ? 0.6 : 1.4),
  ]),
};

/** Names of the shapes of marks. */
export const MARKS = ["circle", ...Object.keys(SHAPES)];

/** A mark of a shape at a place. */
export function mark(shape, x, y, r, attributes = {}) {
  if (shape === "circle") return node("circle", { cx: x, cy: y, r, ...attributes });
  return node("polygon", {
    points: SHAPES[shape].map(([dx, dy]) => `${x + dx * r},${y + dy * r}`).join(" "),
    ...attributes,
  });
}

/** Places for labels so that none lies on another: each is pushed down from the one above. */
export function apart(wanted, gap, low, high) {
  const order = wanted.map((y, place) => ({ y, place })).sort((one, other) => one.y - other.y);
  order.forEach((each, k) => {
    if (k) each.y = Math.max(each.y, order[k - 1].y + gap);
  });
  for (let k = order.length - 1; k >= 0; k -= 1) {
    order[k].y = Math.max(low, Math.min(order[k].y, k === order.length - 1 ? high : order[k + 1].y - gap));
  }
  const found = [];
  for (const each of order) found[each.place] = each.y;
  return found;
}

/** The frame of a picture over time or levels: grid, ticks and names of the axes; gives the scales {x, y} and the inner box. */
export function frame(box, data, { low, high, right = 16, xTicks, left }) {
  const { size, width, height, svg } = box;
  const values = ticks(data.yMin, data.yMax, height < 320 ? 4 : 5);
  const room = left ?? 14 + Math.max(...values.map((value) => wide(data.format(value), size)));
  const inner = { left: room, right: width - right, top: size * 2.1, bottom: height - size * 3.1 };
  const x = linear(low, high, inner.left, inner.right);
  const y = linear(data.yMin, data.yMax, inner.bottom, inner.top);
  for (const value of values) {
    svg.append(
      node("line", { x1: inner.left, x2: inner.right, y1: y(value), y2: y(value), stroke: GRID }),
      label(data.format(value), inner.left - 8, y(value) + size * 0.35, { "text-anchor": "end", fill: SOFT }),
    );
  }
  svg.append(label(data.yLabel, 2, size, { "font-weight": 600 }));
  let end = -Infinity;
  for (const [value, text] of xTicks) {
    const at = x(value);
    const half = wide(text, size) / 2;
    if (at - half < end + 6 || at + half > width) continue;
    end = at + half;
    svg.append(
      node("line", { x1: at, x2: at, y1: inner.bottom, y2: inner.bottom + 6, stroke: SOFT }),
      label(text, at, inner.bottom + size * 1.3, { "text-anchor": "middle", fill: SOFT }),
    );
  }
  svg.append(label(data.xLabel, (inner.left + inner.right) / 2, height - size * 0.5, { "text-anchor": "middle" }));
  return { x, y, inner };
}

/** Ticks over weeks, at whole years, with the caller's words. */
export function weekTicks(weeks, formatX) {
  const last = weeks.at(-1);
  const years = Math.max(1, Math.round(last / 52));
  const every = years > 10 ? 2 : 1;
  return Array.from({ length: Math.floor(years / every) + 1 }, (_, k) => [
    Math.min(last, k * every * 52),
    formatX(k * every * 52),
  ]);
}
