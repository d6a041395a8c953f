/** Two levers together: a number in each cell, darker where it is higher. */

import { INK, label, node, picture, wide, wrap } from "./svg.js";

const DARK = [11, 90, 138];

/** Draw the grid of `data` in a container. */
export function draw(container, data) {
  const columns = data.xs.length;
  const box = picture(container, data, (width, size) => size * 4.6 + data.ys.length * size * 2.6);
  const { svg, width, height, size } = box;
  const room = Math.min(width * 0.3, Math.max(...data.ys.map((text) => wide(text, size)))) + 14;
  const wideness = (width - room - 8) / columns;
  const tall = size * 2.6;
  const top = size * 1.8;
  const all = data.values.flat();
  const [low, high] = [Math.min(...all), Math.max(...all)];
  svg.append(label(data.yLabel, 2, size, { "font-weight": 600 }));
  data.values.forEach((row, k) => {
    const y = top + (data.values.length - 1 - k) * tall;
    svg.append(
      label(wrap(data.ys[k], room - 10, size)[0], room - 8, y + tall / 2 + size * 0.35, { "text-anchor": "end" }),
    );
    row.forEach((value, j) => {
      const share = high > low ? (value - low) / (high - low) : 0;
      const colour = DARK.map((each) => Math.round(255 + (each - 255) * (0.08 + 0.92 * share)));
      svg.append(
        node("rect", {
          x: room + j * wideness,
          y,
          width: wideness - 2,
          height: tall - 2,
          fill: `rgb(${colour.join(",")})`,
        }),
        label(data.format(value), room + (j + 0.5) * wideness, y + tall / 2 + size * 0.35, {
          "text-anchor": "middle",
          fill: share > 0.5 ? "#ffffff" : INK,
          "font-weight": 600,
        }),
      );
    });
  });
  const bottom = top + data.values.length * tall;
  data.xs.forEach((text, j) =>
    svg.append(
      label(wrap(text, wideness - 6, size)[0], room + (j + 0.5) * wideness, bottom + size * 1.1, {
        "text-anchor": "middle",
      }),
    ),
  );
  svg.append(
    label(data.xLabel, (room + width) / 2, height - size * 0.4, { "text-anchor": "middle", "font-weight": 600 }),
  );
}

/** The same numbers as a table. */
export function table(data) {
  return {
    heads: [`${data.yLabel} / ${data.xLabel}`, ...data.xs],
    rows: data.values.map((row, k) => [data.ys[k], ...row.map((value) => data.format(value))]),
  };
}
