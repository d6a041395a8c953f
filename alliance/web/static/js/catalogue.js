/** What the server declares: parameters, kinds, outcomes, lessons; in the language of the page. */

import { language } from "./i18n.js";

const kept = {};

/** The catalogue of a language, fetched once. */
export async function loadCatalogue() {
  const lang = language();
  kept[lang] ??= await (await fetch(`/api/catalogue?lang=${lang}`)).json();
  return kept[lang];
}

/** The catalogue, once it is loaded. */
export const catalogue = () => kept[language()];
