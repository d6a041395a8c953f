/** Compose: who is in the alliance. */

import * as network from "../../charts/network.js";
import { catalogue } from "../catalogue.js";
import { el, fill } from "../dom.js";
import { language, number, t } from "../i18n.js";
import { ask, forget, once } from "../live.js";
import { active, change } from "../state.js";
import { chanceText, designChoice, failure, figure, problemList, progress, spanText } from "../parts.js";

const CSV_KEYS = ["name", "kind", "hours", "money"];

const mine = (now) => now.designs[now.active];

/** Change one thing of a member, added here or listed in the case. */
function edit(member, key, value, run) {
  change((now) => {
    const design = mine(now);
    if (member.added) {
      const one = design.added.find((each) => each.id === member.id);
      one[key] = value;
      if (key === "kind") {
        delete one.hours;
        delete one.money;
      }
    } else {
      design.changed[member.id] = { ...design.changed[member.id], [key]: value };
    }
  }, run);
}

/** An id that no other member has. */
function freeId(design, taken) {
  let count = design.added.length + 1;
  while (taken.has(`own_${count}`)) count += 1;
  return `own_${count}`;
}

/** The page in `main`. */
export function compose(main) {
  const wrong = el("div");
  const rows = el("tbody");
  const headline = el("p", { class: "headline small" });
  const span = el("p", { class: "detail" });
  const known = el("p", { class: "known", role: "status" });
  const picture = figure("members", network);
  const pasted = el("textarea", { id: "paste", rows: 5, spellcheck: "false" });
  const pasteProblems = el("div");
  const kinds = () => Object.entries(catalogue().kinds);
  const kind = el(
    "select",
    { id: "new-kind" },
    kinds().map(([name, each]) => el("option", { value: name }, each.label)),
  );
  let members = [];
  fill(
    main,
    el("h1", {}, t("page.compose")),
    el("p", { class: "lead" }, t("compose.lead")),
    designChoice(),
    wrong,
    headline,
    span,
    known,
    el(
      "div",
      { class: "wide", tabindex: "0", role: "region", "aria-label": t("compose.members") },
      el(
        "table",
        { class: "members" },
        el("caption", {}, t("compose.members")),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            ["name", "kind", "hours", "money", "roles", "actions"].map((key) =>
              el("th", { scope: "col" }, t(`compose.${key}`)),
            ),
          ),
        ),
        rows,
      ),
    ),
    el(
      "div",
      { class: "choice" },
      el("label", { for: "new-kind" }, t("compose.add")),
      kind,
      el(
        "button",
        {
          type: "button",
          onclick: () => add({ kind: kind.value, name: freeName(catalogue().kinds[kind.value].label) }),
        },
        t("compose.add_button"),
      ),
    ),
    el(
      "details",
      {},
      el("summary", {}, t("compose.paste")),
      el("p", {}, t("compose.paste_how")),
      el("label", { for: "paste" }, t("compose.paste_label")),
      pasted,
      el("button", { type: "button", onclick: paste }, t("compose.paste_button")),
      pasteProblems,
    ),
    el("h2", {}, t("compose.picture")),
    picture.box,
  );

  function freeName(label) {
    const names = new Set(members.map((each) => each.name));
    let count = 1;
    while (names.has(`${label} ${count}`)) count += 1;
    return `${label} ${count}`;
  }

  function add(...news) {
    change((now) => {
      const design = mine(now);
      const taken = new Set([...members.map((each) => each.id), ...design.added.map((each) => each.id)]);
      for (const each of news) {
        const id = freeId(design, taken);
        taken.add(id);
        design.added.push({ id, ...each });
      }
    });
  }

  function remove(member) {
    change((now) => {
      const design = mine(now);
      if (member.added) design.added = design.added.filter((each) => each.id !== member.id);
      else {
        design.removed.push(member.id);
        delete design.changed[member.id];
      }
    });
  }

  function paste() {
    const found = readCsv(pasted.value, catalogue().kinds);
    if (found.problems.length) {
      fill(
        pasteProblems,
        el(
          "ul",
          { class: "problems", role: "alert" },
          found.problems.map((text) => el("li", {}, text)),
        ),
      );
      return;
    }
    fill(pasteProblems);
    pasted.value = "";
    add(...found.members);
  }

  const cell = (member, key, input) =>
    el("td", {}, el("label", { class: "hidden", for: input.id }, `${t(`compose.${key}`)}, ${member.name}`), input);

  function row(member) {
    const text = el("input", {
      id: `name-${member.id}`,
      type: "text",
      value: member.name,
      maxlength: 80,
      onchange: (event) => event.target.value.trim() && edit(member, "name", event.target.value.trim(), null),
    });
    const sort = el(
      "select",
      { id: `kind-${member.id}`, onchange: (event) => edit(member, "kind", event.target.value, null) },
      kinds().map(([name, each]) => el("option", { value: name, selected: name === member.kind }, each.label)),
    );
    const amount = (key, step) =>
      el("input", {
        id: `${key}-${member.id}`,
        type: "number",
        min: 0,
        step,
        value: member[key],
        onchange: (event) => {
          const value = Number(event.target.value);
          if (event.target.value === "" || !Number.isFinite(value)) {
            event.target.value = member[key];
            return;
          }
          edit(member, key, value, null);
        },
      });
    return el(
      "tr",
      {},
      cell(member, "name", text),
      cell(member, "kind", sort),
      cell(member, "hours", amount("hours", 0.5)),
      cell(member, "money", amount("money", 1)),
      el("td", {}, member.roles.map((each) => t(`role.${each}`)).join(", ")),
      el(
        "td",
        {},
        el(
          "button",
          {
            type: "button",
            class: "small",
            onclick: () =>
              add({ name: freeName(member.name), kind: member.kind, hours: member.hours, money: member.money }),
          },
          t("compose.duplicate"),
          el("span", { class: "hidden" }, ` ${member.name}`),
        ),
        el(
          "button",
          { type: "button", class: "small", onclick: () => remove(member) },
          t("compose.remove"),
          el("span", { class: "hidden" }, ` ${member.name}`),
        ),
      ),
    );
  }

  async function list() {
    let described;
    try {
      described = await (await once("/api/design", { design: active(), lang: language() })).json();
    } catch (said) {
      fill(wrong, said.problems ? problemList(said.problems) : failure(said.failed));
      main.classList.add("stale");
      return;
    }
    fill(wrong);
    main.classList.remove("stale");
    members = described.members.filter((each) => each.family !== "Opponent");
    const focused = document.activeElement?.id;
    if (described.listed) fill(rows, members.map(row));
    else fill(rows, el("tr", {}, el("td", { colspan: 6 }, t("compose.unlisted"))));
    if (focused) document.getElementById(focused)?.focus();
    draw();
    ask({ ask: "explore", designs: { A: active() }, lang: language() }, (said) => {
      if (said.problems) {
        fill(wrong, problemList(said.problems));
        return;
      }
      if (said.failed) {
        fill(wrong, failure(said.failed));
        return;
      }
      progress(known, said);
      if (said.ahead) return;
      fill(headline, chanceText(said.found.chance));
      fill(span, spanText(said.found.chance));
      if (said.settled) document.getElementById("said").textContent = headline.textContent;
    });
  }

  function draw() {
    const marks = network.kindMarks(Object.keys(catalogue().kinds));
    const spots = network.circleLayout(members.map((each) => each.id));
    const founders = members.filter((each) => each.joins === 0 && !each.outside);
    picture.show({
      title: t("compose.picture"),
      description: t("compose.count", { n: members.length }),
      ties: [],
      label: t("future.trust"),
      format: (value) => number(value, 2),
      nodes: members.map((each) => ({
        ...each,
        ...marks[each.kind],
        ...spots[each.id],
        kind: catalogue().kinds[each.kind].label,
        state: founders.includes(each) ? "in" : "out",
      })),
    });
  }

  list();
  return { changed: list, left: forget };
}

/** Members out of pasted lines: `name, kind, hours, money`, a head line or none; every problem by its line. */
export function readCsv(text, kinds) {
  const members = [];
  const problems = [];
  const labels = new Map(
    Object.entries(kinds).flatMap(([name, each]) => [
      [name, name],
      [each.label.toLowerCase(), name],
    ]),
  );
  text.split(/\r?\n/).forEach((line, place) => {
    if (!line.trim()) return;
    const parts = line.split(/[;,\t]/).map((part) => part.trim().replace(/^"(.*)"$/, "$1"));
    if (place === 0 && parts[0].toLowerCase() === "name") return;
    const said = Object.fromEntries(CSV_KEYS.map((key, column) => [key, parts[column] ?? ""]));
    const found = labels.get(said.kind.toLowerCase());
    if (!said.name) problems.push(t("compose.no_name", { line: place + 1 }));
    if (!found) problems.push(t("compose.no_kind", { line: place + 1, kind: said.kind }));
    const one = { name: said.name.slice(0, 80), kind: found };
    for (const key of ["hours", "money"]) {
      if (said[key] === "") continue;
      const value = Number(said[key]);
      if (!Number.isFinite(value) || value < 0)
        problems.push(t("compose.no_number", { line: place + 1, value: said[key] }));
      one[key] = value;
    }
    members.push(one);
  });
  return { members, problems };
}
