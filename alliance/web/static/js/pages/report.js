/** Report: what one takes to the meeting. */

import { el, fill } from "../dom.js";
import { language, number, t } from "../i18n.js";
import { forget } from "../live.js";
import { failure, problemList } from "../parts.js";
import { download } from "../../charts/save.js";
import { designCards, named } from "./compare.js";

/** The page in `main`. */
export function report(main) {
  const cards = el("div", {}, designCards());
  const lang = el(
    "select",
    { id: "report-lang" },
    ["fr", "en"].map((each) => el("option", { value: each, selected: each === language() }, t(`lang.${each}`))),
  );
  const contexts = el(
    "select",
    { id: "contexts" },
    [0, 20, 40].map((each) =>
      el("option", { value: each, selected: each === 20 }, t("report.contexts_of", { n: each })),
    ),
  );
  const known = el("div", { class: "known", role: "status" });
  const preview = el("div");
  const go = el("button", { type: "button", class: "main", onclick: make }, t("report.make"));
  let stop = null;
  fill(
    main,
    el("h1", {}, t("page.report")),
    el("p", { class: "lead" }, t("report.lead")),
    cards,
    el(
      "div",
      { class: "choice" },
      el("label", { for: "report-lang" }, t("report.lang")),
      lang,
      el("label", { for: "contexts" }, t("report.contexts")),
      contexts,
      go,
    ),
    known,
    preview,
  );

  async function make() {
    stop = new AbortController();
    go.disabled = true;
    const cancel = el("button", { type: "button", onclick: () => stop.abort() }, t("cancel"));
    fill(known, t("working"), " ", cancel);
    try {
      const body = JSON.stringify({ designs: named(), lang: lang.value, contexts: Number(contexts.value) });
      const answer = await fetch("/api/report", {
        method: "POST",
        body,
        signal: stop.signal,
        headers: { "content-type": "application/json" },
      });
      if (!answer.ok) throw await answer.json();
      await read(answer.body, (said) => {
        if (said.of) {
          const text = t("report.progress", { done: number(said.done, 0), of: number(said.of, 0) });
          fill(known, el("progress", { max: said.of, value: said.done, "aria-label": text }), ` ${text} `, cancel);
        } else if (said.id) show(said);
        else throw said;
      });
    } catch (said) {
      if (said.name === "AbortError") fill(known, t("stopped"));
      else fill(known, said.problems ? problemList(said.problems) : failure(said.failed ?? String(said)));
    }
    go.disabled = false;
  }

  function show(said) {
    const address = `/made/${said.id}.html`;
    fill(known, t("report.ready"));
    fill(
      preview,
      el(
        "p",
        { class: "tools" },
        el("a", { href: address, target: "_blank", rel: "noopener" }, t("report.open")),
        " ",
        el("a", { href: address, download: "report.html" }, t("report.html")),
        " ",
        el(
          "button",
          {
            type: "button",
            onclick: () => download("comparison.json", JSON.stringify(said.data, null, 1), "application/json"),
          },
          t("report.json"),
        ),
      ),
      el("iframe", { src: address, title: t("page.report"), class: "report" }),
    );
  }

  return {
    changed() {
      fill(cards, designCards());
    },
    left() {
      forget();
      stop?.abort();
    },
  };
}

async function read(body, tell) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    rest += value ?? "";
    const lines = rest.split("\n");
    rest = lines.pop();
    for (const line of lines) if (line) tell(JSON.parse(line));
    if (done) return;
  }
}
