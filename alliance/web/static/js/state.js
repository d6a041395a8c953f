/** What the page is about: designs, where one is, what was done. One plain object; every change can be undone. */

export const VERSION = 1;
const KEY = "alliance-lab";
const MOST_UNDO = 100;
const PAUSE = 1000; // milliseconds after which moving the same slider again is a step of its own
const EMPTY = { preset: "water", set: {}, added: [], removed: [], changed: {}, seed: 1 };

/** A design from a shipped case, unchanged. */
export const design = (preset) => structuredClone({ ...EMPTY, preset });

const first = () => ({ version: VERSION, designs: { A: design("water"), B: design("water") }, active: "A" });

let now = first();
let past = [];
let future = [];
let changedAt = 0;
const listeners = new Set();

/** The state now; not to be changed but through `change`. */
export const state = () => now;

/** The design that controls act on. */
export const active = () => now.designs[now.active];

/** Call on every change. */
export const onChange = (listener) => listeners.add(listener);

function tell(why) {
  keep();
  for (const listener of listeners) listener(why);
}

/** Change the state through a function on a copy; one step of undo. Changes of one `run` within a second are one step. */
export function change(edit, run = null) {
  const next = structuredClone(now);
  edit(next);
  if (JSON.stringify(next) === JSON.stringify(now)) return;
  const goesOn = run !== null && past.at(-1)?.run === run && performance.now() - changedAt < PAUSE;
  if (!goesOn) past = [...past, { run, state: now }].slice(-MOST_UNDO);
  changedAt = performance.now();
  future = [];
  now = next;
  tell("change");
}

/** Take the last change back, or give it again. */
export function undo() {
  if (!past.length) return false;
  future.push({ run: null, state: now });
  now = past.pop().state;
  tell("undo");
  return true;
}

export function redo() {
  if (!future.length) return false;
  past.push({ run: null, state: now });
  now = future.pop().state;
  tell("redo");
  return true;
}

/** The state before the last change; null where nothing was changed. */
export const before = () => past.at(-1)?.state ?? null;

/** Whether there is something to undo, to redo. */
export const canUndo = () => past.length > 0;
export const canRedo = () => future.length > 0;

/** Begin anew. */
export function startOver() {
  change((next) => Object.assign(next, first()));
}

// Links and what this browser keeps -------------------------------------------------------------------------------

const bare = (each) =>
  Object.fromEntries(
    Object.entries(each).filter(
      ([key, value]) => key === "preset" || (key === "seed" ? value !== 1 : Object.keys(value).length > 0),
    ),
  );

/** The state as a short text for the part of an address that no server sees. */
export function encode(what = now) {
  const said = { v: VERSION, A: bare(what.designs.A), B: bare(what.designs.B), on: what.active };
  const bytes = new TextEncoder().encode(JSON.stringify(said));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

/** The state behind such a text, and what of it could not be read; null where nothing could. */
export function decode(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
    const said = JSON.parse(new TextDecoder().decode(bytes));
    const dropped = [];
    const read = (each = {}) => {
      const found = structuredClone(EMPTY);
      for (const [key, value] of Object.entries(each)) {
        if (key in EMPTY && typeof value === typeof EMPTY[key]) found[key] = value;
        else dropped.push(key);
      }
      return found;
    };
    const designs = { A: read(said.A), B: read(said.B) };
    if (said.v !== VERSION) dropped.push(`version ${said.v}`);
    return { state: { version: VERSION, designs, active: said.on === "B" ? "B" : "A" }, dropped };
  } catch {
    return null;
  }
}

/** Open a state that came from elsewhere. */
export function open(other) {
  change((next) => Object.assign(next, other));
}

function keep() {
  try {
    localStorage.setItem(KEY, encode());
  } catch {
    /* a browser that keeps nothing: the page works, and forgets on reload */
  }
}

/** What this browser kept of the last visit; null where it kept nothing. */
export function kept() {
  try {
    const text = localStorage.getItem(KEY);
    return text ? decode(text) : null;
  } catch {
    return null;
  }
}

/** A small setting that is no part of the design, kept by the browser. */
export function setting(name, value) {
  try {
    if (value !== undefined) localStorage.setItem(`${KEY}-${name}`, JSON.stringify(value));
    return JSON.parse(localStorage.getItem(`${KEY}-${name}`));
  } catch {
    return value ?? null;
  }
}
