import type { LanguageTable } from "./language-table";

/** What newspapers of every language share: foreign titles, companies, months in their common spellings. */
export const INTERNATIONAL: LanguageTable = {
  abbreviations: {
    opens: "mr mrs ms messrs dr drs prof profs mme mlle mgr vs cf lt capt Gen Col cmdr sgt viz ph phil",
    numbered:
      "no n° nº nr nos nrn pp p s art arts fig figs vol vols ch chap sec sect tab ed eds op par § ca approx ext",
    within: "jr sr st ste mt Jan Feb Apr Aug Sept Sep Oct Okt Nov Dec Dez ave blvd tel bros al u.s u.k u.n",
    company: "inc co corp ltd cie plc pty gmbh bancorp s.a n.v",
    closes: "etc a.m p.m",
    // Measures and interjections that are written without a vowel, and often end a sentence without being short for it.
    word: `
      km kg cm mm dm ml cl gb mb tb kb mph kmh kph hz khz mhz ghz kw mw gw kwh mwh gwh rpm tv dvd cd cds dvds pc pcs mp
      hmm hm mmm pst psst shh sh grr brr tsk pfft zzz nth thx pls plz btw`,
  },
};
