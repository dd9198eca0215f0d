import type { LanguageTable } from "./language-table";

export const SPANISH: LanguageTable = {
  abbreviations: {
    opens: `
      sr sra sres sras srta srtas Dª Dña dr dra dres dras prof profa Ing Lic Licda Arq Abg Mons Rvdo Rvda Excmo Excma
      Ilmo Ilma Gral Cnel Tte Cdte Sgto Pbro Fr Fray Sto Sta s.m Ud Uds Vd Vds p.ej ej ee Av avda avd Pza plza ctra Hno
      Hna Fdo Dto Dpto Depto Alm Inspt r.p vs v.gr MM SS`,
    numbered: `
      No Nos       art arts núm núms num nums nº n.º n° pág págs pag pags cap caps fig figs teléf tfno tlf tel apdo párr parr tít lib
      ref exp vol vols t p pp aprox c`,
    within: `
      Ene ene Febr febr Abr abr Ago ago oct sept nov dic EE.UU ee.uu uu s.l s.a.u s.l.u s.a.s s.r.l c.v d.f r.l
      rr.hh ff.aa cc.oo jj.oo bs.as q.e.p.d máx mín habs hrs cía ltda admón izq izda dcha vda ptas pts bs hab
      jr st`,
    company: "cía cia ltda inc corp co s.a",
    closes: "etc etcétera a.m p.m a.c d.c",
    word: "no s sec ed op par tab mar",
  },
  starters: `
    El La Los Las Lo Un Una Unos Unas Este Esta Éste Ésta Estos Estas Ese Esa Esos Esas Aquel Aquella Esto Eso Su Sus Mi Mis Tu
    Nuestro Nuestra Él Ella Ellos Ellas Yo Nosotros Usted Ustedes Se Le Les Me Nos Te
    En A Al De Del Con Sin Por Para Desde Hasta Hacia Según Tras Ante Bajo Sobre Entre Contra Durante Mediante
    Y E O U Ni Pero Sino Aunque Porque Pues Como Cómo Cuando Cuándo Donde Dónde Que Qué Quien Quién Cual Cuál Si Sí No
    También Tampoco Además Así Entonces Luego Después Antes Ahora Hoy Ayer Mañana Ya Aún Todavía Sólo Solo Incluso
    Mientras Asimismo Finalmente Es Era Fue Son Eran Fueron Hay Había Ha Han Está Están Estaba Tiene Todo Toda
    Todos Todas Otro Otra Otros Otras Algunos Algunas Muchos Muchas Cada Varios Varias Nada Nadie Nunca Siempre
    Aquí Allí Dos Tres Más Menos Muy Tan Tal Quizá Quizás`,
  speechVerbs: `
    dijo dice decía afirmó afirma preguntó pregunta respondió responde exclamó añadió explicó señaló indicó aseguró
    manifestó contestó gritó declaró comentó sostuvo insistió replicó apuntó subrayó`,
  prepositions: "A En Desde Hasta Hacia Sobre",
  markers: `
    el los las y que del una por con para se su como más pero sus ha está son fue este esta cuando muy sin sobre
    también hasta desde porque entre todo lo había era según ser dos años`,
};
