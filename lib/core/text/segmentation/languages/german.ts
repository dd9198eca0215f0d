import type { LanguageTable } from "./language-table";

export const GERMAN: LanguageTable = {
  abbreviations: {
    opens: `
      Fa dr prof Hr Hrn Fr Frl Dipl dipl.-ing Ing Mag med phil rer nat jur Univ.-Prof Priv.-Doz PD St Hl hl Gebr
      z d i z.b d.h i.d.r bzw bspw vgl ggf ggfs evtl insb insbes inkl exkl zzgl abzgl sog ca u.u z.t z.zt z.hd i.v i.a m.e d.i
      gem bezgl betr eigtl urspr ehem einschl ausschl gegr geb gest verh gesch staatl öffentl wiss techn allg mind
      Hrsg hrsg übers bearb Hptm Maj Uffz Frhr Rev Sen Gen kath evang röm griech engl franz ital österr amerik
      russ nördl südl östl westl städt kgl königl kaiserl vs Gebr max min`,
    numbered: `
      nr nrn art abs abschn ziff Kap Bd Bde Abb Tab S § Par Anm Rn Rdnr Az Bl Fn lfd Tel Fax Pos Aufl Jg Lit Buchst
      str plz anl`,
    within: `
      mio mrd tsd mill jh jhd jhdt Feb Febr Mär Mrz Jun Jul Mo Di Mi Do Sa So
      a.d a.d.s d.j d.m d.ä d.gr g.g s.a s.o s.u u.ä n.chr v.chr e.v a.g k.u.k g.m.b.h m.b.h
      std stk stck ew einw tägl jährl wöchentl abt hbf bhf lkr Reg reg.-bez stellv vors p.a i.r i.e.s Allg`,
    closes: "usw etc u.a u.v.m u.a.m u.s.w uvm uva o.ä u.dgl dgl u.ä.m ff",
    word: "no sec ed op par ch s am so mag sr gen col",
  },
  starters: `
    Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Er Sie Es Wir Ich Ihr Du Man Dies Diese Dieser Dieses
    Diesen Diesem Jene Jener Jeder Jede Jedes In Im Ins Am An Auf Aus Bei Beim Bis Durch Für Gegen Mit Nach Ohne Seit
    Seitdem Über Um Unter Von Vom Vor Wegen Während Zu Zum Zur Zwischen Und Oder Aber Doch Denn Sondern Auch Als Wenn
    Weil Da Dass Daß Ob Obwohl Nachdem Bevor Damit Dabei Dadurch Dafür Dagegen Daher Danach Daneben Dann Darauf Daraus
    Darin Darüber Darum Davon Dazu Deshalb Deswegen Dort Hier Heute Gestern Morgen Jetzt Nun So Sobald Somit Sowohl
    Jedoch Trotz Trotzdem Nur Noch Schon Sehr Bereits Alle Alles Allerdings Viele Einige Mehrere Manche Beide Kein
    Keine Keiner Nicht Nichts Niemand Was Wer Wie Wo Warum Wann Woher Wohin Welche Welcher Welches Sein Seine Seiner
    Seinen Ihre Ihren Ihrem Ihrer Mein Meine Unser Unsere Hat Hatte Haben Ist Sind War Waren Wird Wurde Wurden Werden
    Kann Können Soll Sollte Zudem Außerdem Außer Ferner Anschließend Zunächst Zuvor Später Schließlich Insgesamt
    Laut Dank Neben Hinter Innerhalb Etwa Eigentlich Natürlich Vielleicht Immer Etwas Ja Nein Bitte Danke Ebenso
    Ebenfalls Hierbei Hierzu Inzwischen Mittlerweile Sowie Statt Entsprechend Damals Ab Gemeinsam Weitere Weiterhin
    Dessen Deren`,
  speechVerbs: `
    sagte sagt fragte fragt erklärte erklärt meinte meint antwortete rief schrieb schreibt betonte berichtete ergänzte
    flüsterte schrie erwiderte kommentierte`,
  prepositions: "Am Um Im In Ab Bis Seit Vor Nach",
  markers: `
    der die das und ist nicht ein eine den dem des von mit sich auf für im zu als auch werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem über zum war haben nur oder aber vor zur bis mehr durch wurde ich
    wir sehr`,
};
