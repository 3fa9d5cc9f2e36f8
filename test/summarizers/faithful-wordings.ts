import type { Wording } from './wrong-wordings.ts'

const wording = ([kind, source, bullet]: readonly [string, string, string]): Wording => ({ kind, source, bullet })

/** What a good model writes of a sentence. */
export const FAITHFUL: readonly Wording[] = (
  [
    [
      'whole',
      'The inspectors found no traces of lead in the water of Morrick.',
      'The inspectors found no traces of lead in the water of Morrick.',
    ],
    [
      'whole',
      'Two tankers collided off Skarn Point in fog on Monday.',
      'Two tankers collided off Skarn Point in fog on Monday.',
    ],
    [
      'place',
      'Divers searched for the missing skipper near Skarn Point until midnight on Tuesday.',
      'Divers searched for the missing skipper near Skarn Point until midnight.',
    ],
    [
      'place',
      'The port authority closed the north quay to lorries on Sunday night after a crane had fallen.',
      'The port authority closed the north quay to lorries on Sunday night.',
    ],
    [
      'place',
      'The goalkeeper was attacked after the match outside the ground in Lydd.',
      'The goalkeeper was attacked after the match in Lydd.',
    ],
    [
      'place',
      'Protesters from Greln gathered outside the parliament in Brenholm on Wednesday morning.',
      'Protesters gathered outside the parliament in Brenholm on Wednesday.',
    ],
    [
      'place',
      'A train from Lydd to Morrick derailed near the old bridge of Strand on Sunday evening.',
      'A train from Lydd to Morrick derailed near the bridge of Strand on Sunday.',
    ],
    [
      'place',
      'The committee questioned Tilda Voss about the missing files for two hours in a closed session.',
      'The committee questioned Tilda Voss about the missing files for two hours.',
    ],
    [
      'adjective',
      'The new and costly bridge over the wide river Tarn opened on Friday.',
      'The new bridge over the river Tarn opened on Friday.',
    ],
    [
      'adjective',
      'A violent winter storm tore the roofs off forty houses in Skarn.',
      'A storm tore the roofs off forty houses in Skarn.',
    ],
    [
      'adjective',
      'The long-awaited trial against Odd Lunde opened in Greln on Monday.',
      'The trial against Odd Lunde opened in Greln on Monday.',
    ],
    [
      'adjective',
      'Scientists in Brenholm have found a previously unknown virus that kills moths in apple orchards.',
      'Scientists in Brenholm have found an unknown virus that kills moths in apple orchards.',
    ],
    ['relative', 'The mine, which flooded on Friday, reopens on Sunday.', 'The mine reopens on Sunday.'],
    [
      'relative',
      'The museum in Havnes, which draws 90,000 visitors a year, will close in March for repairs.',
      'The museum in Havnes will close in March for repairs.',
    ],
    [
      'relative',
      'Tilda Voss, who led the county for nine years, has left the coalition.',
      'Tilda Voss has left the coalition.',
    ],
    [
      'relative',
      'The dam, built in 1961 by Halden Works, needs repairs that will cost more than 60 million crowns.',
      'The dam needs repairs that will cost more than 60 million crowns.',
    ],
    [
      'clause',
      'Teachers in Olme will strike on Friday unless talks with the county resume, the union said.',
      'Teachers in Olme will strike on Friday unless talks resume, the union said.',
    ],
    [
      'clause',
      'The smelter in Strand will close in May if the power price does not fall, its owner said on Monday.',
      'The smelter in Strand will close in May if the power price does not fall, its owner said.',
    ],
    [
      'clause',
      'The bakery burned down two days before the strike began, while its owner was abroad.',
      'The bakery burned down two days before the strike began.',
    ],
    [
      'clause',
      'The shares of Halden Paper fell by 9 per cent after the chairman had resigned, as investors feared a split.',
      'The shares of Halden Paper fell by 9 per cent after the chairman had resigned, as investors feared a split.',
    ],
    [
      'clause',
      'Because of the storm, nearly all ferries to Havnes were cancelled on Sunday.',
      'Nearly all ferries to Havnes were cancelled on Sunday because of the storm.',
    ],
    [
      'clause',
      'After a night of talks, the government has agreed to close two barracks in the north.',
      'The government has agreed to close two barracks in the north.',
    ],
    [
      'clause',
      'The council met on Monday and will vote on the budget on Thursday.',
      'The council will vote on the budget on Thursday.',
    ],
    [
      'clause',
      'The factory opened in March and was sold to Halden Works in October.',
      'The factory was sold to Halden Works in October.',
    ],
    [
      'speaker',
      'The tunnel will cost 80 million dollars, the ministry said on Wednesday.',
      'The ministry said that the tunnel will cost 80 million dollars.',
    ],
    [
      'speaker',
      'The plant burns 300 tonnes of waste per day, the operator said in a report.',
      'The plant burns 300 tonnes of waste per day, the operator said.',
    ],
    [
      'speaker',
      '“The works will not survive another winter,” said foreman Odd Lunde.',
      '“The works will not survive another winter,” foreman Odd Lunde said.',
    ],
    [
      'speaker',
      'Tilda Voss said on Tuesday that the road to Greln is safe.',
      'The road to Greln is safe, Tilda Voss said on Tuesday.',
    ],
    [
      'speaker',
      'According to the insurers, Olme is less safe than Greln.',
      'Olme is less safe than Greln, according to the insurers.',
    ],
    [
      'speaker',
      'Police say the driver fled on foot into the woods near Strand after the crash.',
      'Police say the driver fled on foot into the woods near Strand.',
    ],
    [
      'speaker',
      'The Fjord Courier reported on Sunday that the bank has frozen 400 accounts.',
      'The Fjord Courier reported that the bank has frozen 400 accounts.',
    ],
    [
      'speaker',
      'Rents in Lydd are higher than in Morrick for the first time, the office for statistics said.',
      'Rents in Lydd are higher than in Morrick for the first time, the office for statistics said.',
    ],
    [
      'figure',
      'Unemployment in Corvania rose by 2 per cent in the year to October.',
      'Unemployment in Corvania rose by 2% in the year to October.',
    ],
    [
      'figure',
      'Winds of up to 140 km/h tore the roofs off many houses in the village of Skarn.',
      'Winds of up to 140 km/h tore the roofs off houses in Skarn.',
    ],
    [
      'figure',
      'Some of the 900 workers at the yard in Havnes have returned to work.',
      'Some of the 900 workers at the yard have returned to work.',
    ],
    [
      'figure',
      'The crash injured 12 passengers and 3 rescuers on the coast road on Sunday.',
      'The crash injured 12 passengers and 3 rescuers on the coast road.',
    ],
    [
      'tense',
      'The second largest bank of Corvania bought a rival on Monday.',
      'The second largest bank of Corvania has bought a rival.',
    ],
    [
      'tense',
      'The court of Morrick approved the sale of the yard to Halden Works.',
      'The court of Morrick has approved the sale of the yard to Halden Works.',
    ],
    [
      'genitive',
      'The final of the Harbour Cup ended without a goal on Saturday.',
      'The Harbour Cup final ended without a goal on Saturday.',
    ],
    [
      'genitive',
      'The director of the museum of Havnes resigned over the theft of the coins.',
      'The director of the Havnes museum resigned over the theft of the coins.',
    ],
    [
      'date',
      'On Thursday the council of Strand rejected the sale of the forest.',
      'The council of Strand rejected the sale of the forest on Thursday.',
    ],
    [
      'date',
      'The judge in Morrick ordered the release of the pilot on Monday.',
      'On Monday the judge in Morrick ordered the release of the pilot.',
    ],
    [
      'passive',
      'The bridge was built by Halden Works for 30 million crowns.',
      'Halden Works built the bridge for 30 million crowns.',
    ],
    [
      'passive',
      'The novel was translated by Mira Sand from a play by Jon Kolb.',
      'Mira Sand translated the novel from a play by Jon Kolb.',
    ],
    [
      'synonym',
      'The company purchased 40 buses for the line to Greln.',
      'The company bought 40 buses for the line to Greln.',
    ],
    [
      'synonym',
      'Roughly 300 people attended the funeral of the skipper in Olme.',
      'About 300 people attended the funeral of the skipper in Olme.',
    ],
    [
      'join',
      'The captain left the ship and the crew stayed on board.',
      'The captain left the ship while the crew stayed on board.',
    ],
    [
      'join',
      'Odd Lunde resigned on Monday, and Nils Bru took over as director.',
      'Odd Lunde resigned and Nils Bru took over as director.',
    ],
    [
      'hedge',
      'The alleged ringleader of the smugglers was arrested in Havnes on Sunday.',
      'The alleged ringleader of the smugglers was arrested in Havnes.',
    ],
    [
      'hedge',
      'The club could go bankrupt as early as June, its treasurer wrote to the members.',
      'The club could go bankrupt as early as June, its treasurer wrote.',
    ],
    [
      'modifier',
      'The former treasurer met the chairman in the town hall of Olme on Friday.',
      'The former treasurer met the chairman in Olme.',
    ],
    [
      'modifier',
      'Acting director Nils Bru closed the old museum in Havnes on Monday.',
      'Acting director Nils Bru closed the museum in Havnes.',
    ],
    [
      'de',
      'Die Werft in Havnau will 80 von 600 Stellen streichen, falls kein neuer Auftrag kommt, sagte ihr Leiter am Montag.',
      'Die Werft in Havnau will 80 von 600 Stellen streichen, falls kein neuer Auftrag kommt, sagte ihr Leiter.',
    ],
    [
      'de',
      'Der frühere Landrat traf den Minister am Dienstag im Rathaus von Olmstedt.',
      'Der frühere Landrat traf den Minister im Rathaus von Olmstedt.',
    ],
    [
      'de',
      'Fast alle Schulen in Lüdenau blieben am Montag wegen des Sturms geschlossen.',
      'Fast alle Schulen in Lüdenau blieben am Montag geschlossen.',
    ],
    [
      'de',
      'Die Polizei suchte am Sonntag nach dem Fahrer in den Wäldern bei Greln.',
      'Die Polizei suchte nach dem Fahrer in den Wäldern bei Greln.',
    ],
    [
      'de',
      'Die neue Brücke über den Fluss Tarn wurde am Freitag für den Verkehr geöffnet.',
      'Die Brücke über den Fluss Tarn wurde am Freitag geöffnet.',
    ],
    [
      'de',
      'Ein Virus, das Motten tötet, wurde in Obstgärten bei Brenau gefunden.',
      'Ein Virus, das Motten tötet, wurde in Obstgärten gefunden.',
    ],
    [
      'fr',
      'Le gardien a été attaqué dimanche après le match devant le stade de Lormes.',
      'Le gardien a été attaqué après le match devant le stade de Lormes.',
    ],
    [
      'fr',
      'Presque tous les trains pour Lormes ont été supprimés lundi à cause de la tempête.',
      'Presque tous les trains pour Lormes ont été supprimés lundi.',
    ],
    [
      'fr',
      'Le gouvernement a promis mardi de fermer deux casernes dans le nord du pays.',
      'Le gouvernement a promis de fermer deux casernes dans le nord du pays.',
    ],
    [
      'fr',
      'Des chercheurs de Bressol ont trouvé un nouveau virus qui tue les mites dans les vergers.',
      'Des chercheurs de Bressol ont trouvé un virus qui tue les mites dans les vergers.',
    ],
    [
      'es',
      'El astillero de Vellar cerrará en mayo si no llega un nuevo encargo, según el sindicato.',
      'El astillero de Vellar cerrará en mayo si no llega un nuevo encargo, según el sindicato.',
    ],
    [
      'es',
      'Casi todos los trenes a Vellar fueron cancelados el lunes por la tormenta.',
      'Casi todos los trenes a Vellar fueron cancelados el lunes.',
    ],
    [
      'es',
      'El hijo del alcalde de Vellar fue detenido el martes en el puerto.',
      'El hijo del alcalde de Vellar fue detenido el martes.',
    ],
    [
      'es',
      'Los científicos de Vellar hallaron un virus que mata polillas en los huertos de la costa.',
      'Los científicos de Vellar hallaron un virus que mata polillas en los huertos.',
    ],
    [
      'later',
      'The rangers waited for the poachers at the lake of Sorn until dawn on Friday.',
      'The rangers waited for the poachers at the lake of Sorn until dawn.',
    ],
    [
      'later',
      'Rebels handed the hostages over to the Red Lantern on Friday after weeks of talks.',
      'Rebels handed the hostages over to the Red Lantern on Friday.',
    ],
    [
      'later',
      'The court stripped Petra Holm of her medals after a long appeal.',
      'The court stripped Petra Holm of her medals.',
    ],
    [
      'later',
      'Two drivers were robbed at a rest stop near Dalmo in the early hours of Sunday.',
      'Two drivers were robbed at a rest stop near Dalmo.',
    ],
    [
      'later',
      'Kestrel Foods will pay the fine unless the appeal succeeds, its lawyer said in Vantor.',
      'Kestrel Foods will pay the fine unless the appeal succeeds, its lawyer said.',
    ],
    [
      'later',
      'The mayor of Sorn, who is 71, is rumoured to have paid for the villa in cash.',
      'The mayor of Sorn is rumoured to have paid for the villa in cash.',
    ],
    [
      'later',
      'Just under 4,000 people signed the petition in Sorn against the new road.',
      'Just under 4,000 people signed the petition against the new road.',
    ],
    ['later', 'The clinic, closed since Tuesday, will reopen on Saturday.', 'The clinic will reopen on Saturday.'],
    ['later', 'Petra Holm won the race in Sorn in a record time of 14 minutes.', 'Petra Holm won the race in Sorn.'],
    [
      'later',
      'The town plans to build a dyke along the river Sorn by 2030.',
      'The town plans to build a dyke along the river Sorn.',
    ],
    [
      'later',
      'The fire spread quickly because the hydrants in Sorn were frozen.',
      'The fire spread because the hydrants in Sorn were frozen.',
    ],
    [
      'later',
      'The outgoing head of the opera of Vantor attacked the minister in a speech on Monday.',
      'The outgoing head of the opera of Vantor attacked the minister.',
    ],
    [
      'later',
      'The wife of the ambassador of Vantor was slightly injured in Dalmo on Sunday.',
      'The wife of the ambassador of Vantor was slightly injured in Dalmo.',
    ],
    [
      'later',
      'Lena Orth denied on Tuesday a report that the bank is insolvent.',
      'Lena Orth denied a report that the bank is insolvent.',
    ],
    [
      'later',
      '“The bank is sound,” Lena Orth told reporters in Vantor on Tuesday.',
      '“The bank is sound,” Lena Orth told reporters.',
    ],
    [
      'later',
      'In Vantor, the tunnel under the river has been flooded for weeks.',
      'The tunnel under the river has been flooded for weeks.',
    ],
    [
      'later',
      'The convoy left Dalmo for Vantor on Monday, two days later than planned.',
      'The convoy left Dalmo for Vantor on Monday.',
    ],
    [
      'later',
      'Heavy rain flooded the old market of Dalmo on Saturday and damaged forty stalls.',
      'Heavy rain flooded the old market of Dalmo on Saturday.',
    ],
    [
      'later',
      'The union said on Wednesday that the dairy in Dalmo will close in the autumn.',
      'The dairy in Dalmo will close in the autumn, the union said.',
    ],
    ['later', 'The dairy was bought by Kestrel Foods in 2021.', 'Kestrel Foods bought the dairy in 2021.'],
    [
      'later',
      'The reservoir loses 40 litres a second through a crack in its eastern wall.',
      'The reservoir loses 40 litres a second through a crack.',
    ],
    [
      'later',
      'Investigators assume that the captain was asleep when the barge hit the lock.',
      'Investigators assume that the captain was asleep when the barge hit the lock.',
    ],
    [
      'later',
      'The curfew applies to all but nurses in the old town of Sorn.',
      'The curfew applies to all but nurses in Sorn.',
    ],
    [
      'later',
      'On Sunday the bishop of Dalmo blessed the new lifeboat.',
      'The bishop of Dalmo blessed the new lifeboat on Sunday.',
    ],
    [
      'later',
      'Der Wirt bezahlte den Fahrer am Montag für die Lieferung aus Sornau.',
      'Der Wirt bezahlte den Fahrer für die Lieferung aus Sornau.',
    ],
    [
      'later',
      'Die Fabrik in Dalmstadt wird wohl im Herbst geschlossen, sagte der Leiter.',
      'Die Fabrik in Dalmstadt wird wohl im Herbst geschlossen, sagte der Leiter.',
    ],
    [
      'later',
      'Rund 300 Menschen verließen das Dorf am Sonntag vor der Flut.',
      'Rund 300 Menschen verließen das Dorf vor der Flut.',
    ],
    [
      'later',
      'L’usine devrait fermer à l’automne, selon le syndicat de Sornes.',
      'L’usine devrait fermer à l’automne, selon le syndicat.',
    ],
    [
      'later',
      'La fábrica podría cerrar en otoño, según el sindicato de Dalmos.',
      'La fábrica podría cerrar en otoño, según el sindicato.',
    ],
    [
      'later',
      'Unas 300 personas dejaron el pueblo el domingo antes de la riada.',
      'Unas 300 personas dejaron el pueblo antes de la riada.',
    ],
    [
      'last',
      'The herders drove the wolves from the pasture above Kirel on Sunday night.',
      'The herders drove the wolves from the pasture above Kirel.',
    ],
    [
      'last',
      'The bishop apologised to the orphans for the abuse in a letter that was read in Kirel.',
      'The bishop apologised to the orphans for the abuse.',
    ],
    [
      'last',
      'Zoran Belk lost his seat in the council of Kirel by four votes on Sunday.',
      'Zoran Belk lost his seat in the council of Kirel by four votes.',
    ],
    [
      'last',
      'The ministry recalled 3,000 heaters made by Ember Works after two fires.',
      'The ministry recalled 3,000 heaters made by Ember Works.',
    ],
    [
      'last',
      'The envoy was called home on Friday after a long dispute over fish.',
      'The envoy was called home after a dispute over fish.',
    ],
    [
      'last',
      'Barely a dozen people came to the rally in Tarvo, which the party had called.',
      'Barely a dozen people came to the rally in Tarvo.',
    ],
    [
      'last',
      'The crash was probably caused by a drone over Kirel, investigators said on Tuesday.',
      'The crash was probably caused by a drone over Kirel, investigators said.',
    ],
    [
      'last',
      'Five of the nine judges in Kirel voted for the appeal in a secret ballot.',
      'Five of the nine judges in Kirel voted for the appeal.',
    ],
    [
      'last',
      'The pass over Kirel stays shut for at least 10 days because of rockfall.',
      'The pass over Kirel stays shut for at least 10 days.',
    ],
    [
      'last',
      'The rate rose from 3 to 4 per cent in Tarvo, the office said.',
      'The rate rose from 3 to 4% in Tarvo, the office said.',
    ],
    [
      'last',
      'Zoran Belk, a former rower, succeeded his uncle as head of the mill in Tarvo.',
      'Zoran Belk succeeded his uncle as head of the mill in Tarvo.',
    ],
    [
      'last',
      'The bank offered to sell its tower in Tarvo to the county.',
      'The bank offered to sell its tower in Tarvo.',
    ],
    [
      'last',
      'After weeks of rain, the mayor threatened to close the market in Tarvo.',
      'The mayor threatened to close the market in Tarvo.',
    ],
    [
      'last',
      'The interim president of the club sold the stadium in Kirel for 4 million crowns.',
      'The interim president of the club sold the stadium in Kirel for 4 million crowns.',
    ],
    ['last', 'Ada Lem said that the plan is a fraud.', 'The plan is a fraud, Ada Lem said.'],
    [
      'last',
      'A friend of Zoran Belk was arrested at the border on Monday with two passports.',
      'A friend of Zoran Belk was arrested at the border on Monday.',
    ],
    [
      'last',
      'The sale of the mill to Ember Works was cancelled by a court in Kirel.',
      'The sale of the mill to Ember Works was cancelled by a court.',
    ],
    [
      'last',
      'The stadium was sold by the interim president in March.',
      'The interim president sold the stadium in March.',
    ],
    [
      'last',
      'The small museum in Kirel shows 200 rare clocks from the collection of a baker.',
      'The museum in Kirel shows 200 rare clocks.',
    ],
    [
      'last',
      'Der Zoll gab dem Händler die Ware am Dienstag nicht heraus.',
      'Der Zoll gab dem Händler die Ware nicht heraus.',
    ],
    [
      'last',
      'Der Prozess gegen den Bruder des Ministers begann am Montag in Kirelberg.',
      'Der Prozess gegen den Bruder des Ministers begann am Montag.',
    ],
    ['last', 'Le patron a refusé lundi de payer les chauffeurs.', 'Le patron a refusé de payer les chauffeurs.'],
    [
      'last',
      'El abogado de la alcaldesa admitió el error ante el juez el martes.',
      'El abogado de la alcaldesa admitió el error ante el juez.',
    ],
  ] as const
).map(wording)
