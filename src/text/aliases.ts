/**
 * Names of world figures, countries, cities and organisations in the spellings of the press of several languages:
 * one name per line, its spellings parted by commas, the first of them the token that stands for the name.
 * A spelling of several words is recognised in texts as a whole ("European Union" is found by "EU").
 * Inflected forms need listing only where the stemmer of their language does not bring them home.
 */
const PEOPLE = `
Putin, Vladimir Putin, Wladimir Putin, Vladímir Putin, Poutine, Vladimir Poutine, Putyin, Poetin, Путин, Путін, Πούτιν, بوتين, פוטין, プーチン, 普京, 普丁, 푸틴
Zelensky, Zelenskyy, Zelenskiy, Selenskyj, Selenski, Zelenski, Zelenskij, Zełenski, Zełenskiego, Zelenskyi, Зеленский, Зеленський, زيلينسكي, ゼレンスキー, 泽连斯基, 젤렌스키
Trump, Donald Trump, Трамп, ترامب, ترمب, トランプ, 特朗普, 川普, 트럼프
Biden, Joe Biden, Байден, بايدن, バイデン, 拜登, 바이든
Harris, Kamala Harris, Камала Харрис, هاريس
Vance, JD Vance, Вэнс, Венс, فانس, バンス, 万斯
Obama, Barack Obama, Обама, أوباما, オバマ, 奥巴马
Macron, Emmanuel Macron, Макрон, ماكرون, マクロン, 马克龙
Scholz, Olaf Scholz, Шольц, شولتس, ショルツ, 朔尔茨
Merz, Friedrich Merz, Мерц, ميرتس, メルツ, 默茨
Merkel, Angela Merkel, Меркель, ميركل, メルケル, 默克尔
Starmer, Keir Starmer, Стармер, ستارمر, スターマー, 斯塔默
Sunak, Rishi Sunak, Сунак, سوناك, スナク, 苏纳克
Meloni, Giorgia Meloni, Мелони, Мелоні, ميلوني, メローニ, 梅洛尼
Tusk, Donald Tusk, Tuska, Tuskiem, Tuskowi, Туск, توسك
Nawrocki, Karol Nawrocki, Навроцкий, Навроцький
Duda, Andrzej Duda, Дуда
Orbán, Orban, Viktor Orbán, Орбан, أوربان, オルバン, 欧尔班
Erdogan, Erdoğan, Recep Tayyip Erdoğan, Эрдоган, Ердоган, أردوغان, エルドアン, 埃尔多安
Netanyahu, Nétanyahou, Netanjahu, Netaniahu, Benjamin Netanyahu, Binyamin Netanyahu, Нетаньяху, Нетаньягу, نتنياهو, נתניהו, ネタニヤフ, 内塔尼亚胡
Khamenei, Ali Khamenei, Chamenei, Jamenei, Хаменеи, Хаменеї, خامنئي, خامنه‌ای, ハメネイ, 哈梅内伊
Pezeshkian, Peseschkian, Masoud Pezeshkian, Пезешкиан, Пезешкіан, بزشكيان
Assad, Bashar al-Assad, Baschar al-Assad, Bachar al-Assad, Асад, الأسد, アサド, 阿萨德
xijinping, Xi Jinping, Xi, Си Цзиньпин, Сі Цзіньпін, شي جين بينغ, 习近平, 習近平, 시진핑
kimjongun, Kim Jong-un, Kim Jong Un, Ким Чен Ын, Кім Чен Ин, 金正恩, 김정은
Modi, Narendra Modi, Моди, Моді, مودي, モディ, 莫迪
Lula, Lula da Silva, Лула, لولا, ルラ, 卢拉
Milei, Javier Milei, Милей, Мілей, ميلي, ミレイ, 米莱
Maduro, Nicolás Maduro, Мадуро, مادورو, マドゥロ, 马杜罗
Sheinbaum, Claudia Sheinbaum, Шейнбаум, شينباوم, シェインバウム, 辛鲍姆
Bolsonaro, Jair Bolsonaro, Болсонару, Болсонаро, بولسونارو, ボルソナロ
Trudeau, Justin Trudeau, Трюдо, ترودو, トルドー, 特鲁多
Carney, Mark Carney, Карни, Карні, كارني, カーニー, 卡尼
Sánchez, Pedro Sánchez, Педро Санчес, سانشيز
Navalny, Nawalny, Navalni, Navalnyj, Alexei Navalny, Алексей Навальный, Навальный, Навальний, نافالني, ナワリヌイ, 纳瓦利内
Lavrov, Lawrow, Ławrow, Sergei Lavrov, Лавров, لافروف, ラブロフ, 拉夫罗夫
Medvedev, Medwedew, Miedwiediew, Medvédev, Медведев, Медведєв, ميدفيديف
Lukashenko, Loukachenko, Lukaschenko, Łukaszenka, Lukashenka, Lukaszenko, Лукашенко, Лукашенка, لوكاشينكو, ルカシェンコ, 卢卡申科
Prigozhin, Prigojine, Prigoschin, Prigożyn, Пригожин, Пригожін, بريغوجين
Musk, Elon Musk, Илон Маск, Маск, إيلون ماسك, ماسك, マスク, 马斯克
Zuckerberg, Mark Zuckerberg, Цукерберг, زوكربيرغ, ザッカーバーグ, 扎克伯格
Bezos, Jeff Bezos, Безос, بيزوس, ベゾス, 贝索斯
Guterres, António Guterres, Гутерриш, Гутерреш, غوتيريش, グテレス, 古特雷斯
Leyen, von der Leyen, Ursula von der Leyen, фон дер Ляйен, Ляйен, Ляєн, فون دير لاين
Rutte, Mark Rutte, Рютте, روته, ルッテ, 吕特
Stoltenberg, Jens Stoltenberg, Столтенберг, ستولتنبرغ
Lagarde, Christine Lagarde, Лагард, لاغارد, ラガルド, 拉加德
Thunberg, Greta Thunberg, Тунберг, تونبرغ, トゥンベリ
Rubio, Marco Rubio, Рубио, Рубіо, روبيو, ルビオ, 鲁比奥
Ishiba, Исиба, 石破
Takaichi, Такаити, 高市
Farage, Nigel Farage, Фарадж
Pope, Pope Leo, Pope Francis, pape, Papst, papież, Папа Римский, Папа Римський, البابا, 教皇
Messi, Lionel Messi, Месси, Мессі, ميسي, メッシ, 梅西
Ronaldo, Cristiano Ronaldo, Роналду, رونالدو, ロナウド, 罗纳尔多
`

const COUNTRIES = `
Russia, Russian, Russians, Russie, Russe, russes, Russland, russisch, Rusia, ruso, rusos, rusa, rusas, Rússia, russo, Rosja, Rosji, Rosję, rosyjski, rosyjskiego, rosyjska, rosyjskie, Rusland, Россия, российский, русский, Росія, російський, روسيا, الروسي, الروسية, ロシア, 俄罗斯, 俄羅斯, 俄国, 러시아
Ukraine, Ukrainian, ukrainien, ukrainisch, Ucrania, ucraniano, Ucraina, ucraino, Ucrânia, Ukraina, Ukrainy, Ukrainie, Ukrainę, ukraiński, ukraińskiego, Oekraïne, Украина, украинский, Україна, український, أوكرانيا, الأوكراني, ウクライナ, 乌克兰, 烏克蘭, 우크라이나
usa, U.S., United States, United States of America, États-Unis, Etats-Unis, USA, Vereinigte Staaten, Estados Unidos, EE.UU., EEUU, Stati Uniti, Stany Zjednoczone, Stanów Zjednoczonych, Verenigde Staten, США, Соединённые Штаты, Соединенные Штаты Америки, Сполучені Штати, الولايات المتحدة, アメリカ, 美国, 美國, 미국
uk, U.K., United Kingdom, Britain, Great Britain, British, Royaume-Uni, Grande-Bretagne, Vereinigtes Königreich, Großbritannien, Reino Unido, Gran Bretaña, Regno Unito, Gran Bretagna, Wielka Brytania, Wielkiej Brytanii, Великобритания, Британия, Велика Британія, Великобританія, بريطانيا, المملكة المتحدة, イギリス, 英国, 英國, 영국
China, Chinese, Chine, chinois, chinesisch, chino, Cina, cinese, Chiny, chiński, Китай, китайский, китайський, الصين, الصيني, 中国, 中國, 중국
France, French, français, Frankreich, französisch, Francia, francés, francese, Francja, Francji, francuski, Франция, французский, Франція, французький, فرنسا, フランス, 法国, 法國, 프랑스
Germany, German, Germans, Allemagne, allemand, Deutschland, deutsch, deutsche, deutschen, Alemania, alemán, Germania, tedesco, Alemanha, Niemcy, Niemiec, niemiecki, Германия, немецкий, Німеччина, німецький, ألمانيا, ドイツ, 德国, 德國, 독일
Italy, Italian, Italie, italien, Italia, italiano, Włochy, Italien, Италия, Італія, إيطاليا, イタリア, 意大利, 이탈리아
Spain, Spanish, Espagne, espagnol, Spanien, spanisch, España, español, Spagna, spagnolo, Hiszpania, Hiszpanii, Испания, Іспанія, إسبانيا, スペイン, 西班牙, 스페인
Poland, Polish, Pologne, polonais, Polen, polnisch, Polonia, polaco, polacco, Polska, Polski, Polsce, Польша, польский, Польща, بولندا, ポーランド, 波兰
Israel, Israeli, Israelis, Israël, israélien, israelisch, israelí, Israele, israeliano, Izrael, Izraela, izraelski, Израиль, израильский, Ізраїль, ізраїльський, إسرائيل, الإسرائيلي, ישראל, イスラエル, 以色列, 이스라엘
Palestine, Palestinian, Palestinians, palestinien, Palästina, palästinensisch, Palestina, palestino, palestinese, Palestyna, Палестина, палестинский, فلسطين, الفلسطيني, パレスチナ, 巴勒斯坦
Gaza, Gazastreifen, Gazie, Gazy, Газа, Газе, сектор Газа, секторе Газа, сектора Газа, غزة, ガザ, 加沙
Iran, Iranian, iranien, iranisch, Irán, iraní, iraniano, Iranu, irański, Иран, иранский, Іран, іранський, إيران, الإيراني, イラン, 伊朗, 이란
Iraq, Iraqi, Irak, irakien, irakisch, Ирак, Ірак, العراق, イラク, 伊拉克
Syria, Syrian, Syrie, syrien, Syrien, Siria, sirio, siriano, Síria, Сирия, Сирія, سوريا, سورية, シリア, 叙利亚
Lebanon, Lebanese, Liban, libanais, Libanon, Líbano, Libano, Ливан, Ліван, لبنان, レバノン, 黎巴嫩
Turkey, Türkiye, Turkish, Turquie, turc, Türkei, türkisch, Turquía, Turchia, Turcja, Turcji, Турция, Туреччина, تركيا, トルコ, 土耳其
saudiarabia, Saudi Arabia, Saudi, Arabie saoudite, Saudi-Arabien, Arabia Saudí, Arabia Saudita, Arabia Saudyjska, Саудовская Аравия, Саудівська Аравія, السعودية, サウジアラビア, 沙特
Egypt, Egyptian, Égypte, égyptien, Ägypten, Egipto, Egitto, Egipt, Египет, Єгипет, مصر, エジプト, 埃及
Yemen, Yémen, Jemen, Йемен, Ємен, اليمن, イエメン, 也门
Qatar, Katar, Катар, قطر, カタール, 卡塔尔
Japan, Japanese, Japon, japonais, Japón, Giappone, Japonia, Japonii, Япония, Японія, اليابان, 日本, 일본
northkorea, North Korea, North Korean, Corée du Nord, Nordkorea, Corea del Norte, Corea del Nord, Korea Północna, Корея Северная, Северная Корея, КНДР, Північна Корея, كوريا الشمالية, 北朝鮮, 朝鲜, 북한
southkorea, South Korea, South Korean, Corée du Sud, Südkorea, Corea del Sur, Corea del Sud, Korea Południowa, Южная Корея, Південна Корея, كوريا الجنوبية, 韓国, 韩国, 한국
India, Indian, Inde, indien, Indien, Indie, Индия, Індія, الهند, インド, 印度, 인도
Pakistan, Pakistán, Пакистан, باكستان, パキスタン, 巴基斯坦
Afghanistan, Afganistán, Afganistan, Афганистан, Афганістан, أفغانستان, アフガニスタン, 阿富汗
Taiwan, Taïwan, Taiwán, Tajwan, Тайвань, تايوان, 台湾, 臺灣, 대만
Belarus, Belarusian, Biélorussie, Bélarus, Weißrussland, Bielorrusia, Bielorussia, Białoruś, Białorusi, Беларусь, Белоруссия, Білорусь, بيلاروسيا, ベラルーシ, 白俄罗斯
Georgia, Géorgie, Georgien, Gruzja, Грузия, Грузія, جورجيا, 格鲁吉亚
Moldova, Moldavie, Moldau, Moldavia, Mołdawia, Молдова, Молдавия, مولدوفا
Hungary, Hungarian, Hongrie, Ungarn, Hungría, Ungheria, Węgry, Węgier, Венгрия, Угорщина, المجر, ハンガリー, 匈牙利
Romania, Roumanie, Rumänien, Rumania, Rumunia, Румыния, Румунія, رومانيا, ルーマニア, 罗马尼亚
Serbia, Serbie, Serbien, Сербия, Сербія, صربيا, セルビア, 塞尔维亚
Greece, Greek, Grèce, Griechenland, Grecia, Grecja, Греция, Греція, Ελλάδα, اليونان, ギリシャ, 希腊
Sweden, Swedish, Suède, Schweden, Suecia, Svezia, Szwecja, Sverige, Швеция, Швеція, السويد, スウェーデン, 瑞典
Finland, Finnish, Finlande, Finnland, Finlandia, Финляндия, Фінляндія, فنلندا, フィンランド, 芬兰
Norway, Norwegian, Norvège, Norwegen, Noruega, Norvegia, Norwegia, Norge, Норвегия, Норвегія, النرويج, ノルウェー, 挪威
Denmark, Danish, Danemark, Dänemark, Dinamarca, Danimarca, Dania, Danmark, Дания, Данія, الدنمارك, デンマーク, 丹麦
Greenland, Groenland, Grönland, Groenlandia, Grenlandia, Гренландия, Гренландія, غرينلاند, グリーンランド, 格陵兰
Netherlands, Dutch, Pays-Bas, Niederlande, Niederlanden, Países Bajos, Paesi Bassi, Holandia, Нидерланды, Нідерланди, هولندا, オランダ, 荷兰
Belgium, Belgian, Belgique, Belgien, Bélgica, Belgio, Belgia, België, Бельгия, Бельгія, بلجيكا, ベルギー, 比利时
Switzerland, Swiss, Suisse, Schweiz, Suiza, Svizzera, Szwajcaria, Швейцария, Швейцарія, سويسرا, スイス, 瑞士
Austria, Austrian, Autriche, Österreich, Австрия, Австрія, النمسا, オーストリア, 奥地利
Canada, Canadian, Kanada, Canadá, Канада, كندا, カナダ, 加拿大, 캐나다
Mexico, Mexican, Mexique, Mexiko, México, Messico, Meksyk, Мексика, المكسيك, メキシコ, 墨西哥
Brazil, Brazilian, Brésil, Brasilien, Brasil, Brasile, Brazylia, Бразилия, Бразилія, البرازيل, ブラジル, 巴西
Argentina, Argentine, Argentinien, Аргентина, الأرجنتين, アルゼンチン, 阿根廷
Venezuela, Venezuelan, Wenezuela, Венесуэла, Венесуела, فنزويلا, ベネズエラ, 委内瑞拉
Cuba, Cuban, Kuba, Куба, كوبا, キューバ, 古巴
Colombia, Colombie, Kolumbien, Kolumbia, Колумбия, Колумбія, كولومبيا, コロンビア, 哥伦比亚
southafrica, South Africa, South African, Afrique du Sud, Südafrika, Sudáfrica, Sudafrica, ЮАР, جنوب أفريقيا, 南アフリカ, 南非
Sudan, Soudan, Sudán, Судан, السودان, スーダン, 苏丹
Ethiopia, Éthiopie, Äthiopien, Etiopía, Etiopia, Эфиопия, Ефіопія, إثيوبيا, エチオピア
Nigeria, Nigéria, Nigerian, Нигерия, Нігерія, نيجيريا, ナイジェリア, 尼日利亚
Libya, Libye, Libyen, Libia, Ливия, Лівія, ليبيا, リビア, 利比亚
Australia, Australian, Australie, Australien, Австралия, Австралія, أستراليا, オーストラリア, 澳大利亚
Vietnam, Viêt Nam, Wietnam, Вьетнам, Вʼєтнам, فيتنام, ベトナム, 越南
Philippines, Filipinas, Filippine, Philippinen, Filipiny, Филиппины, الفلبين, フィリピン, 菲律宾
Indonesia, Indonésie, Indonesien, Indonezja, Индонезия, إندونيسيا, インドネシア, 印度尼西亚, 印尼
Crimea, Crimée, Krim, Krym, Krymu, Crimée, Крым, Крим, القرم, クリミア, 克里米亚
Kosovo, Kosovë, Косово, كوسوفو, コソボ, 科索沃
`

const CITIES = `
Moscow, Moscou, Moskau, Moscú, Mosca, Moscovo, Moskwa, Moskwy, Moskwie, Москва, موسكو, モスクワ, 莫斯科
Kyiv, Kiev, Kiew, Kijów, Kijowie, Kijowa, Киев, Київ, كييف, キーウ, キエフ, 基辅
Kharkiv, Kharkov, Charkiw, Charków, Járkov, Харьков, Харків, خاركيف, ハルキウ, 哈尔科夫
Odesa, Odessa, Одесса, Одеса, أوديسا, オデーサ, 敖德萨
London, Londres, Londra, Londyn, Londynie, Лондон, لندن, ロンドン, 伦敦
Paris, París, Parigi, Paryż, Paryżu, Париж, باريس, パリ, 巴黎
Berlin, Berlín, Berlino, Берлин, Берлін, برلين, ベルリン, 柏林
Brussels, Bruxelles, Brüssel, Bruselas, Bruksela, Brukseli, Brussel, Брюссель, بروكسل, ブリュッセル, 布鲁塞尔
Warsaw, Varsovie, Warschau, Varsovia, Varsavia, Warszawa, Warszawie, Warszawy, Варшава, وارسو, ワルシャワ, 华沙
Rome, Rom, Roma, Rzym, Рим, روما, ローマ, 罗马
Geneva, Genève, Genf, Ginebra, Ginevra, Genewa, Женева, جنيف, ジュネーブ, 日内瓦
Washington, Waszyngton, Waszyngtonie, Вашингтон, واشنطن, ワシントン, 华盛顿
newyork, New York, Nueva York, Nowy Jork, Нью-Йорк, نيويورك, ニューヨーク, 纽约
Beijing, Pékin, Peking, Pekín, Pechino, Pekin, Пекин, Пекін, بكين, 北京
hongkong, Hong Kong, Hongkong, Гонконг, هونغ كونغ, 香港
Tokyo, Tokio, Токио, Токіо, طوكيو, 東京, 东京
Jerusalem, Jérusalem, Jerusalén, Gerusalemme, Jerozolima, Иерусалим, Єрусалим, القدس, エルサレム, 耶路撒冷
Tehran, Teheran, Téhéran, Teherán, Тегеран, طهران, テヘラン, 德黑兰
Damascus, Damas, Damaskus, Damasco, Дамаск, دمشق, ダマスカス, 大马士革
Istanbul, İstanbul, Estambul, Stambuł, Стамбул, إسطنبول, イスタンブール, 伊斯坦布尔
Kremlin, Kreml, Kreml, Cremlino, Kremla, Кремль, الكرملين, クレムリン, 克里姆林宫
whitehouse, White House, Maison-Blanche, Weiße Haus, Weißes Haus, Weißen Haus, Casa Blanca, Casa Bianca, Biały Dom, Białego Domu, Белый дом, Білий дім, البيت الأبيض, ホワイトハウス, 白宫
`

const ORGANISATIONS = `
eu, E.U., European Union, Union européenne, Europäische Union, UE, Unión Europea, Unione europea, União Europeia, Unia Europejska, Unii Europejskiej, Europese Unie, Евросоюз, Европейский союз, ЕС, Євросоюз, ЄС, الاتحاد الأوروبي, 欧盟, 欧州連合, 유럽연합
un, U.N., United Nations, ONU, Nations unies, Vereinte Nationen, UNO, Naciones Unidas, Nazioni Unite, Organizacja Narodów Zjednoczonych, ONZ, Verenigde Naties, ООН, Организация Объединённых Наций, الأمم المتحدة, 国連, 联合国, 유엔
NATO, Nato, OTAN, North Atlantic Treaty Organization, НАТО, الناتو, 北約, 北约, 나토
who, WHO, W.H.O., World Health Organization, World Health Organisation, OMS, Organisation mondiale de la santé, Weltgesundheitsorganisation, Organización Mundial de la Salud, Światowa Organizacja Zdrowia, ВОЗ, ВООЗ, Всемирная организация здравоохранения, منظمة الصحة العالمية, 世界卫生组织, 世卫
imf, International Monetary Fund, FMI, Fonds monétaire international, Internationaler Währungsfonds, IWF, Fondo Monetario Internacional, МВФ, صندوق النقد الدولي, 国际货币基金组织
worldbank, World Bank, Banque mondiale, Weltbank, Banco Mundial, Banca mondiale, Bank Światowy, Всемирный банк, Світовий банк, البنك الدولي, 世界银行, 世界銀行
ecb, European Central Bank, BCE, Banque centrale européenne, EZB, Europäische Zentralbank, Banco Central Europeo, EBC, ЕЦБ, Европейский центральный банк, 欧洲央行
fed, Federal Reserve, US Federal Reserve, Fed, Réserve fédérale, Reserva Federal, ФРС, 美联储
wto, World Trade Organization, OMC, Welthandelsorganisation, ВТО, 世贸组织
iaea, International Atomic Energy Agency, AIEA, IAEO, МАГАТЭ, МАГАТЕ, الوكالة الدولية للطاقة الذرية
icc, International Criminal Court, Cour pénale internationale, Internationaler Strafgerichtshof, Corte Penal Internacional, МУС
opec, OPEC, OPEP, Organization of the Petroleum Exporting Countries, ОПЕК, أوبك, 欧佩克
oecd, Organisation for Economic Co-operation and Development, OCDE, ОЭСР
Hamas, ХАМАС, حماس, ハマス, 哈马斯
Hezbollah, Hizbullah, Hizbollah, Hisbollah, Hezbolá, Хезболла, Хизболла, Хезболлах, حزب الله, ヒズボラ, 真主党
houthi, Houthis, Huthi, Huthis, hutíes, Houti, хуситы, хусити, الحوثي, الحوثيين, フーシ, 胡塞
Taliban, talibans, talibanes, Talebani, talibowie, талибан, талибы, таліби, طالبان, タリバン, 塔利班
isis, ISIS, ISIL, Islamic State, État islamique, Daech, Daesh, Islamischer Staat, Estado Islámico, Исламское государство, ИГИЛ, داعش, 伊斯兰国
g7, G-7, G7, Groupe des Sept, Большая семёрка, 七国集团
g20, G-20, G20, 二十国集团
brics, BRICS, БРИКС, БРІКС, بريكس, 金砖国家
openai, OpenAI, Open AI
Google, Гугл, غوغل, グーグル, 谷歌
Gazprom, Газпром, غازبروم, ガスプロム
nhs, National Health Service
gop, Republican Party, Republicans
afd, AfD, Alternative für Deutschland, Alternative for Germany
covid, Covid-19, coronavirus, Coronavirus, koronawirus, Ковид, коронавирус, коронавірус, كورونا, コロナ, 新冠
ai, A.I., artificial intelligence, intelligence artificielle, künstliche Intelligenz, KI, IA, inteligencia artificial, intelligenza artificiale, sztuczna inteligencja, искусственный интеллект, ИИ, штучний інтелект, الذكاء الاصطناعي, 人工智能, 人工知能
climatechange, climate change, global warming, changement climatique, réchauffement climatique, Klimawandel, cambio climático, cambiamento climatico, zmiany klimatu, изменение климата, зміна клімату, تغير المناخ, 气候变化, 気候変動
`

const lines = (table: string): readonly string[] => table.trim().split('\n')

/** The first spelling of every person's name: the others are of countries, cities and organisations. */
export const PERSONS: readonly string[] = lines(PEOPLE).map(line => line.slice(0, line.indexOf(',')))

/** Every name: its token first, then its spellings, as a person would write them. */
export const NAMES: readonly (readonly string[])[] = [PEOPLE, COUNTRIES, CITIES, ORGANISATIONS]
  .flatMap(lines)
  .map(line => line.split(', '))
