/** The page as a whole: header, pages by address, keys, language, projector. */

import { loadCatalogue } from "./catalogue.js";
import { el, fill } from "./dom.js";
import { choose, firstLanguage, language, LANGUAGES, t } from "./i18n.js";
import { onStatus, once } from "./live.js";
import {
  before,
  canRedo,
  canUndo,
  decode,
  encode,
  kept,
  onChange,
  open,
  redo,
  setting,
  startOver,
  state,
  undo,
} from "./state.js";
import { compare } from "./pages/compare.js";
import { compose } from "./pages/compose.js";
import { explore } from "./pages/explore.js";
import { learn } from "./pages/learn.js";
import { matters } from "./pages/matters.js";
import { report } from "./pages/report.js";

const PAGES = { learn, explore, compare, matters, compose, report };
const SETTLE = 60; // milliseconds between a change and the question about it: a drag asks no more often
const KEYS = ["1–6", "Z", "Y", "R", "P", "?", "←→", ",", "."];
const main = document.getElementById("main");
const header = document.getElementById("header");
const banner = document.getElementById("banner");
let page = null;
let timer = null;
let replaying = false;

const place = () => {
  const [, name, rest] = location.hash.match(/^#\/(\w+)(?:\/(.*))?$/) ?? [];
  return { name: name in PAGES ? name : null, rest: rest ?? "" };
};

function head() {
  const { name } = place();
  const tool = (key, work, off = false) => el("button", { type: "button", onclick: work, disabled: off }, t(key));
  fill(
    header,
    el("a", { href: "#/learn", class: "brand" }, "Alliance Lab"),
    el(
      "nav",
      { "aria-label": t("pages") },
      Object.keys(PAGES).map((each) =>
        el("a", { href: `#/${each}`, "aria-current": each === name ? "page" : null }, t(`page.${each}`)),
      ),
    ),
    el(
      "div",
      { class: "tools", role: "group", "aria-label": t("tools") },
      tool("undo", undo, !canUndo()),
      tool("redo", redo, !canRedo()),
      tool("replay", replay, !canUndo()),
      tool("start_over", startOver),
      tool("share", share),
      tool("projector", projector),
      tool("help", help),
    ),
    el(
      "div",
      { class: "languages", role: "group", "aria-label": t("language") },
      LANGUAGES.map((each) =>
        el(
          "button",
          { type: "button", lang: each, "aria-pressed": String(each === language()), onclick: () => speak(each) },
          each.toUpperCase(),
        ),
      ),
    ),
  );
  fill(document.getElementById("skip"), t("skip"));
  document.title = `${name ? t(`page.${name}`) : ""} – Alliance Lab`;
  fill(
    document.getElementById("footer"),
    el(
      "details",
      {},
      el("summary", {}, t("believe.title")),
      el(
        "ul",
        {},
        ["sources", "assumed", "checked", "cannot", "who"].map((key) => el("li", {}, t(`believe.${key}`))),
      ),
    ),
  );
}

function show() {
  const { name, rest } = place();
  if (!name) {
    location.replace(`#/${setting("page") ?? "learn"}`);
    return;
  }
  setting("page", name);
  page?.left();
  head();
  main.classList.remove("stale");
  page = PAGES[name](main, rest);
}

function changed() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    head();
    page?.changed();
  }, SETTLE);
}

async function speak(next) {
  setting("lang", next);
  await choose(next);
  await loadCatalogue();
  show();
  header.querySelector(`[lang="${next}"]`).focus();
}

function projector() {
  const on = document.documentElement.classList.toggle("projector");
  setting("projector", on);
  page?.changed();
}

/** The last change again: old, new, old, new, old, new, so that a room sees it. */
function replay() {
  if (replaying || !before()) return;
  replaying = true;
  let left = 5;
  const step = () => {
    if (left % 2) undo();
    else redo();
    left -= 1;
    if (left >= 0) setTimeout(step, 1400);
    else replaying = false;
  };
  step();
}

function dialog(title, ...parts) {
  const box = el(
    "dialog",
    { "aria-label": title },
    el("h2", {}, title),
    parts,
    el("form", { method: "dialog" }, el("button", { class: "main" }, t("close"))),
  );
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

async function share() {
  const link = `${location.origin}${location.pathname}?lang=${language()}#s=${encode()}`;
  const field = el("input", {
    type: "text",
    readonly: true,
    value: link,
    id: "link",
    onfocus: (event) => event.target.select(),
  });
  const code = el("div", { class: "qr" });
  const box = dialog(
    t("share"),
    el("p", {}, t("share.how")),
    el("label", { for: "link" }, t("share.link")),
    field,
    el("button", { type: "button", onclick: () => navigator.clipboard?.writeText(link) }, t("share.copy")),
    code,
  );
  box.querySelector("#link").focus();
  if (link.length > 1900) {
    fill(code, t("share.long"));
    return;
  }
  try {
    const svg = await (await once("/api/qr", { text: link })).text();
    const image = el("img", { alt: t("share.code"), src: `data:image/svg+xml;utf8,${encodeURIComponent(svg)}` });
    fill(code, image);
  } catch {
    fill(code, t("share.no_code"));
  }
}

function help() {
  dialog(
    t("help"),
    el("p", {}, t("help.lead")),
    el(
      "table",
      {},
      el(
        "tbody",
        {},
        KEYS.map((key, number) =>
          el("tr", {}, el("th", { scope: "row" }, el("kbd", {}, key)), el("td", {}, t(`key.${number}`))),
        ),
      ),
    ),
  );
}

const typing = (target) => target.closest("input:not([type=range]):not([type=radio]), textarea, select, dialog");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const names = Object.keys(PAGES);
  const work = {
    z: undo,
    y: redo,
    r: replay,
    p: projector,
    "?": help,
    ",": () => document.querySelector("[data-key=back]")?.click(),
    ".": () => document.querySelector("[data-key=step]")?.click(),
  };
  if (/^[1-6]$/.test(event.key)) location.hash = `#/${names[Number(event.key) - 1]}`;
  else if (event.key.toLowerCase() in work) work[event.key.toLowerCase()]();
  else if (event.key === " " && event.target === document.body) document.getElementById("play")?.click();
  else return;
  event.preventDefault();
});

addEventListener("hashchange", () => {
  const shared = location.hash.match(/^#s=([\w-]+)$/);
  if (shared) {
    opened(shared[1]);
    return;
  }
  show();
  main.focus({ preventScroll: false });
  scrollTo(0, 0);
});

function opened(text) {
  const found = decode(text);
  if (!found) fill(banner, t("share.unreadable"));
  else {
    if (found.dropped.length) fill(banner, t("share.dropped", { names: found.dropped.join(", ") }));
    open(found.state);
  }
  location.replace("#/explore");
}

async function start() {
  await choose(firstLanguage(location.search, setting("lang"), navigator.languages ?? [navigator.language]));
  await loadCatalogue();
  document.documentElement.classList.toggle("projector", setting("projector") === true);
  const shared = location.hash.match(/^#s=([\w-]+)$/);
  const last = kept();
  if (shared) opened(shared[1]);
  else if (last) open(last.state);
  onChange(changed);
  onStatus((now) => {
    document.documentElement.classList.toggle("gone", now === "gone");
    if (now === "gone") fill(banner, t("gone"));
    else if (banner.textContent === t("gone")) fill(banner);
  });
  show();
  main.dataset.ready = "yes";
  main.dataset.design = state().active;
}

start();
