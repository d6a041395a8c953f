/** Building the page: elements from names, attributes and children; never markup from data. */

/** An element: `el("button", {class: "x", onclick: f}, "text", child)`. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "value") made.value = value;
    else if (key === "checked") made.checked = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Replace what an element holds. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
}

/** A table of texts, the first column as row heads. */
export function tableOf(table, caption) {
  const head = el(
    "thead",
    {},
    el(
      "tr",
      {},
      table.heads.map((text) => el("th", { scope: "col" }, text)),
    ),
  );
  const rows = table.rows.map((row) =>
    el(
      "tr",
      {},
      row.map((text, place) => (place === 0 ? el("th", { scope: "row" }, text) : el("td", {}, text))),
    ),
  );
  return el("table", {}, caption ? el("caption", {}, caption) : null, head, el("tbody", {}, rows));
}
