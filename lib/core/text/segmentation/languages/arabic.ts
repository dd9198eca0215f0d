import type { LanguageTable } from "./language-table";

export const ARABIC: LanguageTable = {
  abbreviations: {
    opens: "د أ.د م.د ا.د أ.م.د د.م ج.م.ع",
    numbered: "ص ج ط ق س ع",
    within: "ق.م ب.م ا.ف.ب أ.ف.ب ا.ش.ا أ.ش.أ د.ب.أ و.م.ع ص.ب",
    closes: "الخ إلخ",
  },
};
