import type { LanguageTable } from "./language-table";

export const ENGLISH: LanguageTable = {
  abbreviations: {
    opens: `
      Adm Amb Asst Atty Brig Cmdr Cpl Cpt Dist Fr Gov Govs Hon Insp Lieut Maj mses Ofc Pres Pvt Rep Reps Rev Revd Sen
      Sens sgt sgts Supt supt Supts Pfc Spc Treas Msgr Ald Cllr Ven Capts Gens Cols Lt.-Col Lt.-Gov Lt.-Gen Maj.-Gen
      e.g i.e eg ie p.s PS n.b v vs viz esp`,
    numbered: `
      app appt bk ex exh eq eqs fig figs lot pg pgs para paras pt pts rm sec sect ser tbl verse ver apt ste bldg rte hwy ext
      Sun circa c ch ff`,
    within: `
      Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa
      Penn Tenn Tex Va Vt Wash Wis n.y n.j n.c n.d n.h n.m s.c s.d w.va d.c p.r b.c
      Mar Jun Jul Mon Tue Tues Wed Thu Thur Thurs Fri Sat
      dept depts gov't govt hwy intl int'l natl nat'l assn ass'n assoc ct expy ft hts pkwy rd sq terr tpk ln bldgs mfg mgmt
      mgr exec univ comm'n commn esq exch incl misc mos yr yrs hr hrs mins oz lb lbs pct
      al et.al b.c a.d b.c.e c.e ph.d m.d b.a m.a b.s m.s d.d.s sr st mt`,
    company: "inc co cos corp ltd bros l.p l.l.c l.l.p p.l.c bancorp mfrs",
    closes: "etc a.m p.m r.i.p",
    word: "art par s tab op",
  },
  starters: `
    The A An This That These Those He She It We They You I His Her Its Our Their My Your There Here
    In On At By For From With Without After Before During Since While When Whenever Where Why How What Who Whom Whose
    Which If Unless Although Though Because But And Or So Yet Then Thus However Moreover Meanwhile Also Even Only Some
    Many Most Much More Both Each Every Another Other Others Several Few No Not Nor Neither Either One Two
    As Is Are Was Were Do Does Did Can Could Will Would Should Must May Have Has Had Let Please Under Over Through Among
    According Despite Instead Still Now Today Yesterday Tomorrow Once Until Unlike Such Nobody Everyone Everybody
    Everything Someone Something Nothing Anyone Nevertheless Nonetheless Furthermore Therefore Otherwise Besides
    Perhaps Maybe Indeed Later Earlier Recently Currently Finally Eventually Previously Last Next Mr Mrs Ms
    About Above Against Along Around Behind Below Beneath Beside Between Beyond Inside Into Like Near Off Onto Outside
    To Toward Towards Upon Within Thanks Yes Well Oh OK Okay Sure Hello Hi Hey Thank Just Never Always Often
    Sometimes Usually Almost Already Again Ever Whether Whatever Regardless Overall Additionally Similarly
    Specifically Unfortunately Fortunately Apparently Obviously Clearly Actually Basically Ultimately Nearly`,
  speechVerbs: `
    said says asked asks told added adds replied replies answered shouted cried wrote writes exclaimed wondered
    whispered muttered yelled demanded inquired insisted explained continued recalled joked quipped laughed screamed`,
  prepositions: "At On By In From Around Before After Since Until About",
  markers: `
    the of and to was that for with as it are be this have from at by had his her they were which not but or he she
    you we i its has will would been their there what who if can when my your more than`,
};
