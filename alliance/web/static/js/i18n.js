/** Words and numbers in French and English. */

const tables = {};
let lang = "en";
const HALF = "halfEven"; // as the command line and reports round

/** Languages, in the order of the switch. */
export const LANGUAGES = ["fr", "en"];

/** The language now. */
export const language = () => lang;

/** The language that a first visit gets: the address, then what was chosen before, then the browser's. */
export function firstLanguage(search, kept, browser) {
  const asked = new URLSearchParams(search).get("lang");
  const found = [asked, kept, ...browser.map((each) => each.slice(0, 2))].find((each) => LANGUAGES.includes(each));
  return found ?? "en";
}

/** Load and choose a language. */
export async function choose(next) {
  if (!tables[next]) tables[next] = await (await fetch(`/static/i18n/${next}.json`)).json();
  lang = next;
  document.documentElement.lang = next;
}

/** Choose a language whose words are at hand. */
export function adopt(next, words) {
  tables[next] = words;
  lang = next;
}

/** The words of a key, with gaps filled; with `n`, its singular or plural by the language's own rules. */
export function t(key, gaps = {}) {
  const table = tables[lang];
  let found = table[key];
  if (found === undefined && "n" in gaps) {
    const rule = new Intl.PluralRules(lang).select(Math.abs(gaps.n)) === "one" ? "one" : "other";
    found = table[`${key}.${rule}`];
  }
  if (found === undefined) throw new Error(`no words for ${key}`);
  return found.replace(/\{(\w+)\}/g, (_, name) => (name === "n" ? number(gaps.n, 0) : String(gaps[name])));
}

/** Whether a key has words. */
export const known = (key) => key in tables[lang];

/** A number with so many digits behind the comma, a true minus sign. */
export function number(value, digits = 1) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  const text = new Intl.NumberFormat(lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: HALF,
  }).format(value);
  return text.replace("-", "−");
}

/** A share as a percentage. */
export function percent(share, digits = 0) {
  if (share === null || share === undefined || Number.isNaN(share)) return "–";
  const text = new Intl.NumberFormat(lang, {
    style: "percent",
    maximumFractionDigits: digits,
    roundingMode: HALF,
  }).format(share);
  return text.replace("-", "−");
}

/** A difference of shares in points, with its sign. */
export function points(share, digits = 1) {
  if (share === null || share === undefined || Number.isNaN(share)) return "–";
  const size = number(Math.abs(100 * share), digits);
  const zero = Number(Math.abs(100 * share).toFixed(digits)) === 0;
  return zero ? size : (share > 0 ? "+" : "−") + size;
}

/** A date as people write it. */
export const date = (iso) =>
  new Intl.DateTimeFormat(lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00:00Z`),
  );

/** A value of an outcome: shares as percentages, others as numbers. */
export function outcomeValue(unit, value) {
  if (unit === "") return percent(value, Math.abs(value) < 0.1 ? 1 : 0);
  return number(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
}
