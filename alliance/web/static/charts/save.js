/** Pictures and tables as files. */

const FORMULA = /^[=+\-@\t\r]/;

/** An SVG as the text of a file of its own. */
export function svgText(svg) {
  const copy = svg.cloneNode(true);
  const [, , width, height] = svg.getAttribute("viewBox").split(" ");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [key, value] of [
    ["width", "100%"],
    ["height", "100%"],
    ["fill", "#ffffff"],
  ])
    paper.setAttribute(key, value);
  copy.insertBefore(paper, copy.children[2] ?? null);
  return new XMLSerializer().serializeToString(copy);
}

/** The picture as PNG, so many times its size. */
export async function png(svg, scale = 2) {
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** Hand a file to the browser. */
export function download(name, content, type) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A table as CSV (RFC 4180); a text that a spreadsheet would take for a formula is marked as text. */
export function csv(table) {
  const cell = (value) => {
    const text = String(value);
    const safe = FORMULA.test(text) && !/^[+\-−]?[\d.,\s\u202f%]+$/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  return `${[table.heads, ...table.rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
