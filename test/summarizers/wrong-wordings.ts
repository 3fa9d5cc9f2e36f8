/** A bullet that says something else than its sentence, mostly in the sentence's own words. */
export interface Wording {
  readonly kind: string
  readonly source: string
  readonly bullet: string
}

const wording = ([kind, source, bullet]: readonly [string, string, string]): Wording => ({ kind, source, bullet })

/** Who does what, what is doubted, how much, when, where and who says it: turned, in ways that shortening a sentence can turn it. */
export const WRONG: readonly Wording[] = (
  [
    // Who does what to whom.
    [
      'role',
      'Divers searched for the missing skipper near Skarn Point until midnight.',
      'Divers searched the missing skipper near Skarn Point until midnight.',
    ],
    [
      'role',
      'Villagers in Olme shouted at the surveyor during the hearing.',
      'Villagers in Olme shouted during the hearing at the surveyor for the council.',
    ],
    [
      'role',
      'The nurse handed the child to the officer at the border post in Greln.',
      'The officer handed the child to the nurse at the border post in Greln.',
    ],
    [
      'role',
      'The tenant sued the landlord over a leaking roof in Morrick.',
      'The landlord sued the tenant over a leaking roof in Morrick.',
    ],
    [
      'role',
      'The fishermen paid the smugglers for the boats in Havnes on Tuesday.',
      'The fishermen paid for the smugglers in Havnes on Tuesday.',
    ],
    [
      'role',
      'Vesna Orlic voted for the coalition with the Farmers’ Union on Monday.',
      'Vesna Orlic voted for the Farmers’ Union on Monday.',
    ],
    [
      'role',
      'The court ruled on the appeal of the miller against the county of Strand.',
      'The court ruled on the appeal of the county of Strand.',
    ],
    [
      'role',
      'The guard protected the singer from the crowd at the arena in Lydd.',
      'The guard protected the crowd at the arena in Lydd.',
    ],
    [
      'object',
      'Scientists in Brenholm have found a virus that kills moths in apple orchards.',
      'Scientists in Brenholm have found a virus that kills in apple orchards.',
    ],
    [
      'object',
      'The ministry will stop subsidies for new oil boilers in January.',
      'The ministry will stop in January.',
    ],
    [
      'object',
      'The port authority closed the north quay to lorries on Sunday night.',
      'The port authority closed on Sunday night.',
    ],
    [
      'object',
      'The firm Halden Paper lost a contract with the state in the spring.',
      'The firm Halden Paper lost in the spring.',
    ],
    [
      'passive',
      'The goalkeeper was attacked after the match outside the ground in Lydd.',
      'The goalkeeper attacked after the match outside the ground in Lydd.',
    ],
    [
      'passive',
      'The hospital in Greln was evacuated and the patients were moved to Olme.',
      'The hospital in Greln evacuated and the patients moved to Olme.',
    ],
    ['passive', 'The officer shot a bear near the school in Skarn.', 'The officer was shot near the school in Skarn.'],
    [
      'passive',
      'The committee questioned Tilda Voss about the missing files for two hours.',
      'The committee was questioned about the missing files for two hours.',
    ],
    [
      'passive',
      'The bridge was paid for by the county and built by Halden Works.',
      'The bridge was paid for by Halden Works.',
    ],
    [
      'passive',
      'The novel was translated by Mira Sand from a play by Jon Kolb.',
      'The novel was translated by Jon Kolb.',
    ],
    // Negations, conditions, doubts.
    [
      'negation',
      'The inspectors found no traces of lead in the water of Morrick.',
      'The inspectors found traces of lead in the water of Morrick.',
    ],
    [
      'negation',
      'Few of the promised buses have arrived in Strand and none is running.',
      'The promised buses have arrived in Strand and one is running.',
    ],
    [
      'negation',
      'The airline is far from ready to fly again, its director said.',
      'The airline is ready to fly again, its director said.',
    ],
    [
      'negation',
      'The council stopped short of banning fireworks in the old town of Greln.',
      'The council banning fireworks in the old town of Greln.',
    ],
    ['condition', 'The smelter will close in May if the power price does not fall.', 'The smelter will close in May.'],
    [
      'condition',
      'Teachers in Olme will strike on Friday unless talks resume.',
      'Teachers in Olme will strike on Friday.',
    ],
    [
      'condition',
      'The loan is granted on condition that Corvania sells its airline.',
      'The loan is granted to Corvania.',
    ],
    ['condition', 'The ferry will sail on Sunday provided that the wind drops.', 'The ferry will sail on Sunday.'],
    [
      'condition',
      'The club could go bankrupt as early as June, its treasurer wrote.',
      'The club will go bankrupt as early as June, its treasurer wrote.',
    ],
    [
      'condition',
      'In case of a second outage the plant in Lydd must shut down for good.',
      'The plant in Lydd must shut down for good.',
    ],
    [
      'hedge',
      'The alleged ringleader of the smugglers was arrested in Havnes.',
      'The ringleader of the smugglers was arrested in Havnes.',
    ],
    [
      'hedge',
      'The fire in the mill was apparently caused by a faulty heater.',
      'The fire in the mill was caused by a faulty heater.',
    ],
    [
      'hedge',
      'Police say the driver fled on foot into the woods near Strand.',
      'The driver fled on foot into the woods near Strand.',
    ],
    ['hedge', 'The Fjord Courier reported that the bank has frozen 400 accounts.', 'The bank has frozen 400 accounts.'],
    [
      'hedge',
      'Doctors suspect that the outbreak began in a canteen in Olme.',
      'The outbreak began in a canteen in Olme, doctors say.',
    ],
    ['hedge', 'The painting is thought to be by the master Ilan Roda.', 'The painting is by the master Ilan Roda.'],
    // Quantities.
    [
      'share',
      'Some of the 900 workers at the yard have returned to work.',
      'The 900 workers at the yard have returned to work.',
    ],
    [
      'share',
      'Two in three pupils in Greln walk to school, a survey found.',
      'Two pupils in Greln walk to school, a survey found.',
    ],
    [
      'share',
      'Nearly all ferries to Havnes were cancelled because of the storm.',
      'All ferries to Havnes were cancelled because of the storm.',
    ],
    ['share', 'A third of the homes in Lydd have no running water.', 'Homes in Lydd have no running water.'],
    [
      'bound',
      'Winds of up to 140 km/h tore roofs off houses in Skarn.',
      'Winds of 140 km/h tore roofs off houses in Skarn.',
    ],
    [
      'bound',
      'The repair of the dam will cost more than 60 million crowns.',
      'The repair of the dam will cost 60 million crowns.',
    ],
    [
      'unit',
      'The tunnel will cost 80 million dollars, the ministry said.',
      'The tunnel will cost 80 million crowns, the ministry said.',
    ],
    [
      'unit',
      'The spill covered 12 square kilometres of the bay of Havnes.',
      'The spill covered 12 kilometres of the bay of Havnes.',
    ],
    [
      'unit',
      'Unemployment in Corvania rose by 2 percentage points in a year.',
      'Unemployment in Corvania rose by 2 per cent in a year.',
    ],
    [
      'unit',
      'The plant burns 300 tonnes of waste per day, the operator said.',
      'The plant burns 300 tonnes of waste, the operator said.',
    ],
    ['sum', 'The storm killed 3 people in Lydd and 4 in Strand.', 'The storm killed 7 people in Lydd and Strand.'],
    [
      'sum',
      'The crash injured 12 passengers and 3 rescuers on the coast road.',
      'The crash injured 12 passengers and rescuers on the coast road.',
    ],
    [
      'count',
      'Two tankers collided off Skarn Point in fog on Monday.',
      'Tanker collided off Skarn Point in fog on Monday.',
    ],
    [
      'count',
      'A judge in Morrick ordered the release of the pilot.',
      'Judges in Morrick ordered the release of the pilot.',
    ],
    [
      'count',
      'The first of three trials against Odd Lunde opened in Greln.',
      'Three trials against Odd Lunde opened in Greln.',
    ],
    [
      'count',
      'One of the ministers resigned over the affair on Thursday.',
      'The ministers resigned over the affair on Thursday.',
    ],
    // Time.
    [
      'date',
      'The council met on Monday and will vote on the budget on Thursday.',
      'The council will vote on the budget on Monday.',
    ],
    ['date', 'The mine, which flooded on Friday, reopens on Sunday.', 'The mine reopens on Friday.'],
    ['date', 'The treaty was signed in 1998 and expires in 2031.', 'The treaty was signed in 2031.'],
    [
      'date',
      'The factory opened in March and was sold to Halden Works in October.',
      'The factory was sold to Halden Works in March.',
    ],
    [
      'sequence',
      'The pilot called his wife before the plane left the runway.',
      'The pilot called his wife after the plane left the runway.',
    ],
    [
      'sequence',
      'The shares fell after the chairman had resigned.',
      'The shares fell, then the chairman had resigned.',
    ],
    [
      'sequence',
      'Since the ban was lifted the fishermen have earned more.',
      'Until the ban was lifted the fishermen have earned more.',
    ],
    [
      'sequence',
      'The bakery burned down two days before the strike began.',
      'The bakery burned down before the strike began two days.',
    ],
    [
      'tense',
      'The government has agreed to close two barracks in the north.',
      'The government has closed two barracks in the north.',
    ],
    ['tense', 'The mayor promised to repair the bridge before winter.', 'The mayor repaired the bridge before winter.'],
    [
      'tense',
      'The company will open a second warehouse in Olme next year.',
      'The company opened a second warehouse in Olme.',
    ],
    [
      'tense',
      'The ministry used to pay farmers for empty fields in Strand.',
      'The ministry pays farmers for empty fields in Strand.',
    ],
    [
      'tense',
      'The judge ordered the tenants to leave the tower in Lydd.',
      'The judge ordered, the tenants left the tower in Lydd.',
    ],
    [
      'tense',
      'The rebels are ready to lay down their arms in the valley.',
      'The rebels lay down their arms in the valley.',
    ],
    // Cause, comparison, scope.
    [
      'cause',
      'Deaths rose in the towns where the new bus lanes were built.',
      'Deaths rose because the new bus lanes were built.',
    ],
    [
      'cause',
      'People who drink tea sleep longer, a study in Brenholm found.',
      'People drink tea to sleep longer, a study in Brenholm found.',
    ],
    [
      'cause',
      'Sales fell despite the new tax on imports from Corvania.',
      'Sales fell with the new tax on imports from Corvania.',
    ],
    [
      'cause',
      'The dam broke not through rain but through neglect, the report says.',
      'The dam broke through rain, the report says.',
    ],
    [
      'comparison',
      'Rents in Lydd are higher than in Morrick for the first time.',
      'Rents in Morrick are higher than in Lydd for the first time.',
    ],
    [
      'comparison',
      'Strand has fewer doctors than any other county of the country.',
      'Strand has fewer doctors than any county of the country.',
    ],
    [
      'comparison',
      'The yield was lower than in the last dry year, farmers said.',
      'The yield was lower in the last dry year, farmers said.',
    ],
    [
      'comparison',
      'The second largest bank of Corvania has bought a rival.',
      'The largest bank of Corvania has bought a rival.',
    ],
    [
      'comparison',
      'Olme is less safe than Greln, according to the insurers.',
      'Olme is safe, according to the insurers.',
    ],
    [
      'comparison',
      'The bill passed by a smaller margin than the one of last year.',
      'The bill passed by a margin smaller last year.',
    ],
    [
      'scope',
      'Only members of the union may enter the hall in Greln.',
      'Members of the union may only enter the hall in Greln.',
    ],
    ['scope', 'The vaccine protects not only children but adults too.', 'The vaccine protects only children.'],
    ['scope', 'The new rule applies only to ships longer than 90 metres.', 'The new rule applies to ships.'],
    [
      'scope',
      'Even critics of Tilda Voss praised the rescue plan.',
      'Critics of Tilda Voss praised the rescue plan only.',
    ],
    [
      'modifier',
      'The former treasurer met the chairman in the town hall of Olme.',
      'The treasurer met the former chairman in the town hall of Olme.',
    ],
    [
      'modifier',
      'Acting director Nils Bru closed the museum in Havnes on Monday.',
      'Director Nils Bru closed the museum in Havnes on Monday.',
    ],
    [
      'modifier',
      'The deputy head of the central bank resigned over the leak.',
      'The head of the central bank resigned over the leak.',
    ],
    [
      'modifier',
      'Ex-minister Odd Lunde faces trial over the tunnel contract.',
      'Minister Odd Lunde faces trial over the tunnel contract.',
    ],
    [
      'modifier',
      'The draft report blames the crew for the sinking of the Solveig.',
      'The report blames the crew for the sinking of the Solveig.',
    ],
    [
      'modifier',
      'An attempted robbery at the bank in Lydd ended in a chase.',
      'A robbery at the bank in Lydd ended in a chase.',
    ],
    [
      'modifier',
      'The son of the mayor of Strand was fined for speeding.',
      'The mayor of Strand was fined for speeding.',
    ],
    [
      'modifier',
      'The lawyer for the captain admitted the mistake in court.',
      'The captain admitted the mistake in court.',
    ],
    // Names, places, speakers, words.
    [
      'title',
      'Interior minister Vesna Orlic met president Jon Kolb in Brenholm.',
      'President Vesna Orlic met Jon Kolb in Brenholm.',
    ],
    [
      'title',
      'Prime minister Mira Sand fired finance minister Odd Lunde.',
      'Finance minister Mira Sand fired Odd Lunde.',
    ],
    [
      'surname',
      'Anna Berg accused her brother Karl Berg of fraud in Olme.',
      'Berg accused her brother of fraud in Olme.',
    ],
    [
      'surname',
      'Lawyer Ivo Sand defended the singer Mira Sand in Morrick.',
      'Lawyer Mira Sand defended the singer in Morrick.',
    ],
    [
      'organisation',
      'The National Bank of South Corvania cut its rate on Tuesday.',
      'The National Bank of Corvania cut its rate on Tuesday.',
    ],
    [
      'organisation',
      'The Free Farmers’ Union of Strand left the coalition.',
      'The Farmers’ Union of Strand left the coalition.',
    ],
    [
      'organisation',
      'Lydd Rovers Youth won the cup in Greln on Saturday.',
      'Lydd Rovers won the cup in Greln on Saturday.',
    ],
    [
      'organisation',
      'The New Havnes Post was sold to a publisher in Olme.',
      'The Havnes Post was sold to a publisher in Olme.',
    ],
    [
      'place',
      'A train from Lydd to Morrick derailed near Strand on Sunday.',
      'A train from Morrick to Lydd derailed near Strand on Sunday.',
    ],
    [
      'place',
      'Protesters from Greln gathered outside the parliament in Brenholm.',
      'Protesters gathered outside the parliament in Greln.',
    ],
    ['place', 'Smoke from a fire in Olme reached the suburbs of Lydd.', 'A fire in Olme reached the suburbs of Lydd.'],
    ['place', 'The ship bound for Havnes ran aground off Skarn Point.', 'The ship ran aground off Havnes.'],
    [
      'quotation',
      '“The works will not survive another winter,” said foreman Odd Lunde.',
      '“The works will survive another winter,” said foreman Odd Lunde.',
    ],
    [
      'quotation',
      '“We are sorry for what happened,” said captain Ivo Sand.',
      '“We are sorry,” happened captain Ivo Sand.',
    ],
    [
      'speaker',
      '“The road is safe,” Tilda Voss told engineer Nils Bru.',
      '“The road is safe,” engineer Nils Bru told Tilda Voss.',
    ],
    [
      'speaker',
      'The plan is a mistake, said the chairman of the union in Olme.',
      'The plan is a mistake, said the union in Olme.',
    ],
    [
      'question',
      'Councillors asked whether the mayor knew of the leak.',
      'Councillors said the mayor knew of the leak.',
    ],
    ['question', 'It is unclear whether the dam can be repaired this year.', 'The dam can be repaired this year.'],
    [
      'embedded',
      'Rumours of the death of Jon Kolb spread in Brenholm on Sunday.',
      'Death of Jon Kolb spread in Brenholm on Sunday.',
    ],
    [
      'embedded',
      'The film about a mayor who kills his rival opened in Greln.',
      'The mayor who kills his rival opened in Greln.',
    ],
    [
      'embedded',
      'A man accused of setting fire to the mill was freed in Lydd.',
      'A man setting fire to the mill was freed in Lydd.',
    ],
    [
      'embedded',
      'A motion to dissolve the council of Strand is before the court.',
      'The council of Strand is before the court.',
    ],
    ['fragment', 'Farmers in Strand have lost half of the harvest to hail.', 'Half of the harvest in hail in Strand.'],
    ['fragment', 'The museum in Havnes shows coins found by divers near Skarn.', 'Coins found by divers near Skarn.'],
    [
      'fragment',
      'Moths killed by the virus were found in northern fields, growers say.',
      'Moths killed by the virus in northern fields, growers say.',
    ],
    [
      'fragment',
      'Three hundred people waiting for the ferry were sent home.',
      'Three hundred people waiting for the ferry home.',
    ],
    // German.
    [
      'de',
      'Die Werft will 80 Stellen streichen, falls kein neuer Auftrag kommt.',
      'Die Werft will 80 Stellen streichen.',
    ],
    [
      'de',
      'Der frühere Landrat traf den Minister im Rathaus von Olmstedt.',
      'Der Landrat traf den Minister im Rathaus von Olmstedt.',
    ],
    [
      'de',
      'Der Kapitän wurde nach dem Unglück vor Gericht angeklagt.',
      'Der Kapitän hat nach dem Unglück vor Gericht angeklagt.',
    ],
    [
      'de',
      'Die Polizei suchte nach dem Fahrer in den Wäldern bei Greln.',
      'Die Polizei suchte den Fahrer in den Wäldern bei Greln und fand ihn.',
    ],
    [
      'de',
      'Fast alle Schulen in Lüdenau blieben am Montag geschlossen.',
      'Alle Schulen in Lüdenau blieben am Montag geschlossen.',
    ],
    ['de', 'Der Sohn des Bürgermeisters von Greln wurde verhaftet.', 'Der Bürgermeister von Greln wurde verhaftet.'],
    [
      'de',
      'Der Rat tagte am Montag und stimmt am Freitag über den Haushalt ab.',
      'Der Rat stimmt am Montag über den Haushalt ab.',
    ],
    [
      'de',
      'Ein Virus, das Motten tötet, wurde in Obstgärten bei Brenau gefunden.',
      'Ein Virus, das tötet, wurde in Obstgärten bei Brenau gefunden.',
    ],
    [
      'de',
      'Die Regierung hat zugesagt, zwei Kasernen im Norden zu schließen.',
      'Die Regierung hat zwei Kasernen im Norden geschlossen.',
    ],
    [
      'de',
      'Der stellvertretende Direktor des Museums in Havnau trat zurück.',
      'Der Direktor des Museums in Havnau trat zurück.',
    ],
    // French.
    ['fr', 'Le chantier fermera en mai si le prix de l’acier ne baisse pas.', 'Le chantier fermera en mai.'],
    [
      'fr',
      'L’ancien ministre Paul Varin a rencontré le maire de Bressol.',
      'Le ministre Paul Varin a rencontré le maire de Bressol.',
    ],
    [
      'fr',
      'Le gardien a été attaqué après le match devant le stade de Lormes.',
      'Le gardien a attaqué après le match devant le stade de Lormes.',
    ],
    [
      'fr',
      'Presque tous les trains pour Lormes ont été supprimés lundi.',
      'Tous les trains pour Lormes ont été supprimés lundi.',
    ],
    ['fr', 'Le fils du maire de Bressol a été arrêté mardi soir.', 'Le maire de Bressol a été arrêté mardi soir.'],
    [
      'fr',
      'Le gouvernement a promis de fermer deux casernes dans le nord.',
      'Le gouvernement a fermé deux casernes dans le nord.',
    ],
    [
      'fr',
      'Des chercheurs ont trouvé un virus qui tue les mites dans les vergers.',
      'Des chercheurs ont trouvé un virus qui tue dans les vergers.',
    ],
    [
      'fr',
      'Le conseil s’est réuni lundi et votera le budget jeudi à Bressol.',
      'Le conseil votera le budget lundi à Bressol.',
    ],
    [
      'fr',
      'La police a tiré sur le conducteur près du pont de Bressol.',
      'La police a tiré le conducteur près du pont de Bressol.',
    ],
    [
      'fr',
      'Le vice-président de la banque de Lormes a démissionné hier.',
      'Le président de la banque de Lormes a démissionné hier.',
    ],
    // Spanish.
    ['es', 'El astillero cerrará en mayo si no llega un nuevo encargo.', 'El astillero cerrará en mayo.'],
    [
      'es',
      'El exministro Pablo Roca se reunió con la alcaldesa de Vellar.',
      'El ministro Pablo Roca se reunió con la alcaldesa de Vellar.',
    ],
    [
      'es',
      'El portero fue atacado después del partido en el estadio de Vellar.',
      'El portero ha atacado después del partido en el estadio de Vellar.',
    ],
    [
      'es',
      'Casi todos los trenes a Vellar fueron cancelados el lunes.',
      'Todos los trenes a Vellar fueron cancelados el lunes.',
    ],
    ['es', 'El hijo del alcalde de Vellar fue detenido el martes.', 'El alcalde de Vellar fue detenido el martes.'],
    [
      'es',
      'El gobierno ha prometido cerrar dos cuarteles en el norte.',
      'El gobierno ha cerrado dos cuarteles en el norte.',
    ],
    [
      'es',
      'El concejo se reunió el lunes y votará el presupuesto el jueves.',
      'El concejo votará el presupuesto el lunes.',
    ],
    [
      'es',
      'El banco perdió la mitad de sus clientes tras la fuga de datos.',
      'El banco perdió sus clientes tras la fuga de datos.',
    ],
    [
      'es',
      'Los científicos hallaron un virus que mata polillas en los huertos.',
      'Los científicos hallaron un virus que mata en los huertos.',
    ],
    [
      'es',
      'La jueza dio la razón al inquilino contra el dueño del edificio.',
      'La jueza dio la razón al dueño del edificio.',
    ],
    // The same with whole phrases.
    ['phrase', 'Prices rose in Lydd and fell in Strand, the office said.', 'Prices rose in Strand, the office said.'],
    ['phrase', 'Voss beat Lunde in Olme and lost to Sand in Greln.', 'Voss beat Lunde in Greln.'],
    ['phrase', 'Tests on mice show that the drug slows the disease.', 'Tests show that the drug slows the disease.'],
    [
      'phrase',
      'A survey of 30 bakers found that most fear the new rule.',
      'A survey found that most fear the new rule.',
    ],
    [
      'phrase',
      'Children under five in Strand must be vaccinated by May.',
      'Children in Strand must be vaccinated by May.',
    ],
    ['phrase', 'Workers who refused the new contract were dismissed in Olme.', 'Workers were dismissed in Olme.'],
    [
      'phrase',
      'The unions asked for the mayor to resign over the flood.',
      'The unions asked to resign over the flood.',
    ],
    ['phrase', 'Voss called on the director of the yard to step down.', 'Voss called to step down.'],
    [
      'phrase',
      'The Bank of Corvania in Lydd closed its doors on Monday.',
      'The Bank in Lydd closed its doors on Monday.',
    ],
    [
      'phrase',
      'The blast killed a guard and injured at least 70 visitors of the fair.',
      'The blast killed a guard and injured visitors of the fair.',
    ],
    [
      'phrase',
      'Halden Works is one of the two largest employers in Strand.',
      'Halden Works is one of the two employers in Strand.',
    ],
    [
      'phrase',
      'The opposition leader resigned over the tunnel in Greln.',
      'The leader resigned over the tunnel in Greln.',
    ],
    ['phrase', 'Lunde, the lawyer of the firm said, lied to the court.', 'Lunde lied to the court.'],
    ['phrase', 'The mayor, police say, took 4,000 crowns from the yard.', 'The mayor took 4,000 crowns from the yard.'],
    [
      'phrase',
      'The judge tentatively approved the sale of the yard in May.',
      'The judge approved the sale of the yard in May.',
    ],
    [
      'phrase',
      'The two sides were close to signing a truce in Brenholm.',
      'The two sides were signing a truce in Brenholm.',
    ],
    ['phrase', 'The yard is about to be sold to Halden Works.', 'The yard is sold to Halden Works.'],
    [
      'phrase',
      'The singer was nearly killed by a falling lamp in Lydd.',
      'The singer was killed by a falling lamp in Lydd.',
    ],
    ['phrase', 'Strand bans ads for tobacco near schools from June.', 'Strand bans ads near schools from June.'],
    ['phrase', 'Olme will fine owners of dogs without a leash from May.', 'Olme will fine owners of dogs from May.'],
    [
      'phrase',
      'The minister ruled out raising the tax on beer before the vote.',
      'The minister ruled raising the tax on beer before the vote.',
    ],
    [
      'phrase',
      'The minister opposes raising the tax on beer before the vote.',
      'The minister raising the tax on beer before the vote.',
    ],
    ['phrase', 'La fille du préfet de Bressol a été blessée dimanche.', 'Le préfet de Bressol a été blessée dimanche.'],
    [
      'phrase',
      'Les ouvriers qui ont refusé le contrat ont été licenciés à Lormes.',
      'Les ouvriers ont été licenciés à Lormes.',
    ],
    [
      'phrase',
      'Arbeiter, die den Vertrag ablehnten, wurden in Greln entlassen.',
      'Arbeiter wurden in Greln entlassen.',
    ],
    [
      'phrase',
      'Die Stadt verbietet Werbung für Tabak an Schulen ab Juni.',
      'Die Stadt verbietet Werbung an Schulen ab Juni.',
    ],
    [
      'phrase',
      'Los obreros que rechazaron el contrato fueron despedidos en Vellar.',
      'Los obreros fueron despedidos en Vellar.',
    ],
    [
      'phrase',
      'La alcaldesa pidió al director que renunciara por la fuga.',
      'La alcaldesa pidió que renunciara por la fuga.',
    ],
    // Written when the rules stood.

    [
      'role',
      'The rangers waited for the poachers at the lake of Sorn until dawn.',
      'The rangers waited at the lake of Sorn for dawn.',
    ],
    [
      'role',
      'The clerk warned the grocer about the inspector from Dalmo.',
      'The clerk warned the inspector from Dalmo.',
    ],
    [
      'role',
      'The villagers fled from the soldiers into the hills near Sorn.',
      'The villagers fled the soldiers near Sorn into the hills with them.',
    ],
    [
      'role',
      'Rebels handed the hostages over to the Red Lantern on Friday.',
      'Rebels handed over to the Red Lantern on Friday.',
    ],
    [
      'role',
      'The council of Dalmo approached the investor about the mill.',
      'The council of Dalmo approached the mill.',
    ],
    ['object', 'The new law allows shops to refuse cash from September.', 'The new law allows shops from September.'],
    [
      'object',
      'The court stripped Petra Holm of her medals after the appeal.',
      'The court stripped Petra Holm after the appeal.',
    ],
    ['object', 'The broker sold shares in Kestrel Foods to his sister in June.', 'The broker sold his sister in June.'],
    [
      'passive',
      'The witness was threatened in the hall before the hearing.',
      'The witness threatened in the hall before the hearing.',
    ],
    ['passive', 'Two drivers were robbed at a rest stop near Dalmo.', 'Two drivers robbed a rest stop near Dalmo.'],
    ['passive', 'The painter was honoured by the town in which she was born.', 'The town was honoured by the painter.'],
    ['passive', 'The coach was hired by Sorn City in place of Emil Tark.', 'Emil Tark was hired by Sorn City.'],
    [
      'negation',
      'The harbour of Dalmo is free of ice for the first time since March.',
      'The harbour of Dalmo is ice for the first time since March.',
    ],
    [
      'negation',
      'Neither the owner nor the captain of the barge was charged.',
      'The owner and the captain of the barge was charged.',
    ],
    [
      'negation',
      'The rescue team gave up hope of finding the climbers alive.',
      'The rescue team gave hope of finding the climbers alive.',
    ],
    [
      'negation',
      'The treaty lacks the support of the upper house in Vantor.',
      'The treaty has the support of the upper house in Vantor.',
    ],
    ['condition', 'Kestrel Foods will pay the fine unless the appeal succeeds.', 'Kestrel Foods will pay the fine.'],
    ['condition', 'The pool in Sorn opens on Monday, weather permitting.', 'The pool in Sorn opens on Monday.'],
    ['condition', 'The tax falls as soon as the debt drops below 60 per cent.', 'The tax falls below 60 per cent.'],
    ['hedge', 'Emil Tark seems to have left the country with the money.', 'Emil Tark left the country with the money.'],
    ['hedge', 'Investigators assume that the captain was asleep.', 'The captain was asleep.'],
    ['hedge', 'The mayor is rumoured to have paid for the villa in cash.', 'The mayor paid for the villa in cash.'],
    ['hedge', 'Sources close to the talks say a deal was reached in Vantor.', 'A deal was reached in Vantor.'],
    [
      'hedge',
      'The virus may be linked to the farm in Sorn, doctors believe.',
      'The virus is linked to the farm in Sorn, doctors believe.',
    ],
    [
      'share',
      'More than half of the bridges in the county of Dalmo are unsafe.',
      'The bridges in the county of Dalmo are unsafe.',
    ],
    [
      'share',
      'One in five voters in Vantor stayed at home on Sunday.',
      'Five voters in Vantor stayed at home on Sunday.',
    ],
    ['share', 'Just under 4,000 people signed the petition in Sorn.', '4,000 people signed the petition in Sorn.'],
    [
      'bound',
      'Kestrel Foods expects a loss of no more than 3 million crowns.',
      'Kestrel Foods expects a loss of more than 3 million crowns.',
    ],
    [
      'unit',
      'The reservoir loses 40 litres a second through a crack.',
      'The reservoir loses 40 litres through a crack.',
    ],
    [
      'unit',
      'The price of a tonne of wheat rose by 12 dollars in Vantor.',
      'The price of wheat rose by 12 dollars in Vantor.',
    ],
    [
      'date',
      'The clinic, closed since Tuesday, will reopen on Saturday.',
      'The clinic, closed since Saturday, will reopen on Tuesday.',
    ],
    ['date', 'The verdict in the trial that began in May is due in August.', 'The verdict in the trial is due in May.'],
    ['date', 'Petra Holm won in 2019 in Sorn and in 2024 in Dalmo.', 'Petra Holm won in 2019 in Dalmo.'],
    [
      'sequence',
      'The lights went out shortly before the train entered the tunnel.',
      'The lights went out as the train entered the tunnel.',
    ],
    ['tense', 'The town plans to build a dyke along the river Sorn.', 'The town builds a dyke along the river Sorn.'],
    [
      'tense',
      'Kestrel Foods had hoped to reopen the dairy in Dalmo.',
      'Kestrel Foods had to reopen the dairy in Dalmo.',
    ],
    [
      'tense',
      'The judge ordered the release of the pilot within three days.',
      'The judge ordered, within three days the pilot was released.',
    ],
    [
      'cause',
      'The fire spread because the hydrants in Sorn were frozen.',
      'The hydrants in Sorn were frozen because the fire spread.',
    ],
    [
      'comparison',
      'Dalmo now has as many cyclists as Vantor had drivers.',
      'Dalmo now has as many cyclists as drivers.',
    ],
    ['comparison', 'Vantor exports far less steel than timber.', 'Vantor exports far less timber than steel.'],
    [
      'scope',
      'The curfew applies to all but nurses in the old town of Sorn.',
      'The curfew applies to all nurses in the old town of Sorn.',
    ],
    ['scope', 'The ferry is open to anyone with a ticket from last year.', 'The ferry is open to anyone.'],
    [
      'modifier',
      'The outgoing head of the opera of Vantor attacked the minister.',
      'The head of the opera of Vantor attacked the minister.',
    ],
    [
      'modifier',
      'The planned merger of Kestrel Foods and Sorn Dairies was stopped.',
      'The merger of Kestrel Foods and Sorn Dairies was stopped.',
    ],
    [
      'modifier',
      'The wife of the ambassador of Vantor was injured in Dalmo.',
      'The ambassador of Vantor was injured in Dalmo.',
    ],
    ['title', 'Defence minister Lena Orth and king Ruben met in Vantor.', 'King Lena Orth and Ruben met in Vantor.'],
    [
      'organisation',
      'The Young Socialists of Dalmo called for a boycott.',
      'The Socialists of Dalmo called for a boycott.',
    ],
    ['organisation', 'Sorn City Reserves lost the final on Sunday.', 'Sorn City lost the final on Sunday.'],
    ['place', 'The convoy left Dalmo for Vantor on Monday.', 'The convoy left for Dalmo on Monday.'],
    ['speaker', 'Lena Orth denied a report that the bank is insolvent.', 'Lena Orth said that the bank is insolvent.'],
    [
      'speaker',
      'Emil Tark, according to his sister, lived in Sorn under a false name.',
      'Emil Tark lived in Sorn under a false name.',
    ],
    [
      'embedded',
      'Plans for the demolition of the tower in Dalmo were dropped.',
      'Demolition of the tower in Dalmo were dropped.',
    ],
    [
      'fragment',
      'The tunnel under the river in Vantor has been flooded for weeks.',
      'The tunnel under the river in Vantor for weeks.',
    ],
    [
      'de',
      'Der Wirt bezahlte den Fahrer für die Lieferung aus Sornau.',
      'Der Wirt bezahlte für die Lieferung aus Sornau.',
    ],
    ['de', 'Das Gericht sprach den Händler vom Vorwurf des Betrugs frei.', 'Das Gericht sprach den Händler.'],
    ['de', 'Der ehemalige Trainer verklagt den Verein in Dalmstadt.', 'Der Trainer verklagt den Verein in Dalmstadt.'],
    ['de', 'Die Fabrik wird wohl im Herbst geschlossen.', 'Die Fabrik wird im Herbst geschlossen.'],
    ['de', 'Rund 300 Menschen verließen das Dorf vor der Flut.', '300 Menschen verließen das Dorf vor der Flut.'],
    ['de', 'Die Tochter des Ministers von Vantau trat der Partei bei.', 'Des Ministers Partei von Vantau trat bei.'],
    ['fr', 'Le tribunal a relaxé le marchand accusé de fraude à Sornes.', 'Le marchand accusé de fraude à Sornes.'],
    [
      'fr',
      'L’usine devrait fermer à l’automne, selon le syndicat.',
      'L’usine va fermer à l’automne, selon le syndicat.',
    ],
    [
      'fr',
      'Le chauffeur a payé le patron pour la livraison de Dalmont.',
      'Le chauffeur a payé pour la livraison de Dalmont.',
    ],
    ['fr', 'La maire sortante de Dalmont a gagné la primaire du parti.', 'La maire de Dalmont a gagné la primaire.'],
    [
      'es',
      'La fábrica podría cerrar en otoño, según el sindicato.',
      'La fábrica va a cerrar en otoño, según el sindicato.',
    ],
    ['es', 'El chófer pagó al patrón por la entrega en Dalmos.', 'El chófer pagó por la entrega en Dalmos.'],
    ['es', 'La alcaldesa en funciones de Dalmos ganó la votación.', 'La alcaldesa de Dalmos ganó la votación.'],
    [
      'es',
      'Unas 300 personas dejaron el pueblo antes de la riada.',
      '300 personas dejaron el pueblo antes de la riada.',
    ],
    [
      'role',
      'The herders drove the wolves from the pasture above Kirel.',
      'The herders drove from the pasture above Kirel.',
    ],
    [
      'role',
      'The bishop apologised to the orphans for the abuse in Kirel.',
      'The bishop apologised for the orphans in Kirel.',
    ],
    [
      'role',
      'Zoran Belk succeeded his uncle as head of the mill in Tarvo.',
      'Zoran Belk succeeded as head of the mill in Tarvo.',
    ],
    ['role', 'The insurer paid the farmer instead of the bank in Tarvo.', 'The insurer paid the bank in Tarvo.'],
    [
      'role',
      'The player passed the ball to the captain of the other side.',
      'The player passed the captain of the other side.',
    ],
    [
      'role',
      'Nurses accused doctors of hiding errors at the clinic in Kirel.',
      'Doctors accused nurses of hiding errors at the clinic in Kirel.',
    ],
    ['role', 'The mayor thanked the donor through his lawyer on Monday.', 'The mayor thanked his lawyer on Monday.'],
    ['object', 'The strike stopped deliveries of milk to schools in Tarvo.', 'The strike stopped schools in Tarvo.'],
    [
      'object',
      'Zoran Belk lost his seat in the council of Kirel by four votes.',
      'Zoran Belk lost in the council of Kirel by four votes.',
    ],
    ['object', 'The ministry recalled 3,000 heaters made by Ember Works.', 'The ministry recalled Ember Works.'],
    ['object', 'The army withdrew support for the peace plan on Friday.', 'The army withdrew on Friday.'],
    [
      'passive',
      'The envoy was called home after the dispute over fish.',
      'The envoy called home after the dispute over fish.',
    ],
    ['passive', 'The guard was seen leaving the bank with a bag.', 'The guard leaving the bank with a bag.'],
    [
      'passive',
      'A boy bitten by a dog in Kirel was treated in Tarvo.',
      'A dog bitten by a boy in Kirel was treated in Tarvo.',
    ],
    ['negation', 'The mayor denied taking money from Ember Works.', 'The mayor taking money from Ember Works.'],
    [
      'negation',
      'The bridge in Kirel is anything but safe, engineers say.',
      'The bridge in Kirel is safe, engineers say.',
    ],
    ['negation', 'Ember Works stopped paying its drivers in July.', 'Ember Works paying its drivers in July.'],
    ['negation', 'Barely a dozen people came to the rally in Tarvo.', 'A dozen people came to the rally in Tarvo.'],
    ['condition', 'Tarvo will host the games should Kirel withdraw.', 'Tarvo will host the games.'],
    ['condition', 'Once the debt is paid, the club may sign players again.', 'The club may sign players again.'],
    ['condition', 'Without a new pump the mine will flood by June.', 'The mine will flood by June.'],
    ['hedge', 'The crash was probably caused by a drone over Kirel.', 'The crash was caused by a drone over Kirel.'],
    ['hedge', 'It is claimed that Zoran Belk sold the list to a rival.', 'Zoran Belk sold the list to a rival.'],
    ['hedge', 'The suspected arsonist of Tarvo is 19 years old.', 'The arsonist of Tarvo is 19 years old.'],
    [
      'share',
      'Almost a quarter of the trees in the park of Kirel are sick.',
      'A quarter of the trees in the park of Kirel are sick.',
    ],
    [
      'share',
      'Most of the passengers on the ferry to Tarvo were rescued.',
      'The passengers on the ferry to Tarvo were rescued.',
    ],
    ['share', 'Five of the nine judges in Kirel voted for the appeal.', 'Nine judges in Kirel voted for the appeal.'],
    ['bound', 'The pass over Kirel stays shut for at least 10 days.', 'The pass over Kirel stays shut for 10 days.'],
    [
      'unit',
      'The dam releases 90 cubic metres of water per second.',
      'The dam releases 90 metres of water per second.',
    ],
    ['unit', 'The rate rose from 3 to 4 per cent in Tarvo.', 'The rate rose to 3 per cent in Tarvo.'],
    [
      'date',
      'Ember Works opened its first shop in 1990 and its last in 2011.',
      'Ember Works opened its first shop in 2011.',
    ],
    ['date', 'The trial starts on Monday, a week after the arrest on Sunday.', 'The trial starts on Sunday.'],
    ['sequence', 'The guests had left when the ceiling came down.', 'The guests left after the ceiling came down.'],
    ['tense', 'The bank offered to sell its tower in Tarvo.', 'The bank sells its tower in Tarvo.'],
    ['tense', 'Kirel was to host the games in May.', 'Kirel was host in May.'],
    ['tense', 'The mayor threatened to close the market in Tarvo.', 'The mayor closed the market in Tarvo.'],
    ['cause', 'Thefts fell after the lamps were fixed in Kirel.', 'Thefts fell because the lamps were fixed in Kirel.'],
    ['comparison', 'Kirel has twice as many vets as Tarvo.', 'Kirel has as many vets as Tarvo.'],
    ['comparison', 'The harvest was the worst but one since 1950.', 'The harvest was the worst since 1950.'],
    [
      'scope',
      'The ban covers cars built before 2005 in the centre of Kirel.',
      'The ban covers cars in the centre of Kirel.',
    ],
    ['scope', 'Nobody but the owner had a key to the vault in Tarvo.', 'Nobody had a key to the vault in Tarvo.'],
    ['scope', 'Tourists without a visa must leave Kirel by Sunday.', 'Tourists must leave Kirel by Sunday.'],
    [
      'modifier',
      'The interim president of the club sold the stadium in Kirel.',
      'The president of the club sold the stadium in Kirel.',
    ],
    [
      'modifier',
      'A failed attack on the depot in Tarvo alarmed the army.',
      'An attack on the depot in Tarvo alarmed the army.',
    ],
    ['modifier', 'A friend of Zoran Belk was arrested at the border.', 'Zoran Belk was arrested at the border.'],
    ['title', 'Vice-chancellor Ada Lem opened the fair in Kirel.', 'Chancellor Ada Lem opened the fair in Kirel.'],
    ['organisation', 'Ember Works Holding sued the county of Tarvo.', 'Ember Works sued the county of Tarvo.'],
    ['organisation', 'The University of Kirel Hospital closed a ward.', 'The University of Kirel closed a ward.'],
    ['place', 'A storm moving from Kirel to Tarvo killed a rider.', 'A storm moving from Tarvo killed a rider.'],
    ['speaker', 'Ada Lem says Zoran Belk called the plan a fraud.', 'Ada Lem called the plan a fraud.'],
    ['embedded', 'The sale of the mill to Ember Works was cancelled by a court.', 'The mill was cancelled by a court.'],
    ['embedded', 'The fear that Kirel could flood has emptied the shops.', 'Kirel could flood.'],
    [
      'fragment',
      'Voters angry about the price of bread filled the square in Kirel.',
      'Voters angry about the price of bread in Kirel.',
    ],
    ['de', 'Der Zoll gab dem Händler die Ware nicht heraus.', 'Der Zoll gab dem Händler die Ware heraus.'],
    [
      'de',
      'Der Stürmer wechselt frühestens im Sommer nach Kirelberg.',
      'Der Stürmer wechselt im Sommer nach Kirelberg.',
    ],
    ['de', 'Die Bürgerinitiative gegen den Damm lobte den Rat.', 'Die Bürgerinitiative lobte den Rat.'],
    [
      'de',
      'Der Prozess gegen den Bruder des Ministers begann am Montag.',
      'Der Prozess gegen den Minister begann am Montag.',
    ],
    ['fr', 'Le patron a refusé de payer les chauffeurs en juillet.', 'Le patron a payé les chauffeurs en juillet.'],
    ['fr', 'L’avocat de la maire a reconnu la faute devant le juge.', 'La maire a reconnu la faute devant le juge.'],
    ['es', 'El dueño se negó a pagar a los conductores en julio.', 'El dueño pagó a los conductores en julio.'],
    ['es', 'El abogado de la alcaldesa admitió el error ante el juez.', 'La alcaldesa admitió el error ante el juez.'],
  ] as const
).map(wording)
