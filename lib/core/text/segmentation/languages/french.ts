import type { LanguageTable } from "./language-table";

export const FRENCH: LanguageTable = {
  abbreviations: {
    opens: `
      M MM mme mmes mlle mlles mgr Me dr Dr Pr prof Vve Cdt Cne Gal Gén Lt Sgt Adjt r.p p.ex ex cf c.-à-d c.à.d i.e
      env S.M S.E S.A.R n.b pl dép vs Ste Sté`,
    numbered: "art no nos n° N° nº p pp vol t chap ch fig figs tab tél sect par liv réf alin § ann av ap apr",
    within: `
      janv févr fév avr juil oct sept nov déc j.-c j.c av.j.-c r.-u é.-u u.r.s.s s.a s.a.r.l s.a.s st
      bd boul hab coll dir trad préf éd rééd bibl suiv univ dépt auj anc litt`,
    company: "cie inc co corp ltd",
    closes: "etc",
    word: "sec op mars s",
  },
  starters: `
    Le La Les L Un Une Des Du De D Ce Cet Cette Ces C Son Sa Ses Leur Leurs Mon Ma Mes Notre Nos Votre Vos Il Elle Ils
    Elles On Nous Vous Je J Tu Qui Que Qu Quoi Quand Comment Pourquoi Où Quel Quelle Quels Quelles Dans En Sur Sous
    Pour Par Avec Sans Chez Entre Vers Depuis Pendant Avant Après Selon Contre Malgré Dès Lors Lorsque Puis Puisque
    Et Ou Mais Donc Or Ni Car Si Comme Ainsi Alors Aussi Enfin Ensuite Cependant Toutefois Néanmoins Pourtant Parmi
    Ici Là Y A À Au Aux Est Était Sont Tout Tous Toute Toutes Plusieurs Certains Certaines Chaque Aucun Aucune Rien
    Deux Trois Aujourd Hier Demain Maintenant Déjà Encore Jamais Toujours Peu Plus Très Trop Même Ne N S Se
    Cela Ça Ceci Celui Celle Ceux Outre Grâce Suite Afin Bien Voici Voilà Oui Non Peut`,
  speechVerbs: `
    dit demande demanda répond répondit affirme affirma explique expliqua ajoute ajouta déclare déclara lance lança
    crie cria écrit écrivit raconte précise`,
  prepositions: "À A En Vers Dès Depuis Avant Après",
  markers: `
    le les et des du une est dans qui au pour pas par sur il ce plus avec ne se sont mais ou cette aux son été ont nous
    sa elle je vous leur ses était très comme on à`,
};
