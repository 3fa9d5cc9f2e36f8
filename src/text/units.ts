/** What is measured. Money is told apart by its currency: "money:eur". */
export type Unit =
  | 'percent'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'temperature'
  | 'speed'
  | 'power'
  | `money:${string}`

/** A unit and how many of the base unit (percent, m, m², m³, kg, °C, km/h, W, the currency) one of it is. */
export interface UnitSize {
  readonly unit: Unit
  readonly size: number
}

/** "unit size: word word": words in lower case, phrases joined by "_", all five languages together. */
const UNITS = `percent 1: % percent pc per_cent prozent pour_cent por_ciento процент процента процентов
length 1: m metre metres meter meters metern mètre mètres metro metros метр метра метров
length 1000: km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro kilómetros километр километра километров
length 0.01: cm centimetre centimetres centimeter centimeters zentimeter centimètres centímetros сантиметров
length 0.001: mm millimetre millimetres millimeter millimeters millimètres
length 0.3048: ft foot feet
length 1609.34: mile miles
area 10000: ha hectare hectares hektar hectáreas гектар гектара гектаров
area 4046.86: acre acres
area 1: square_metres square_meters quadratmeter mètres_carrés metros_cuadrados квадратных_метров
area 1000000: square_kilometres square_kilometers quadratkilometer kilomètres_carrés kilómetros_cuadrados
area 2589988: square_miles
volume 0.001: litre litres liter liters liter litros литров
volume 0.158987: barrel barrels
volume 1: cubic_metres cubic_meters kubikmeter mètres_cubes metros_cúbicos кубометров
mass 1: kg kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos килограммов
mass 1000: tonne tonnes ton tons tonnen toneladas тонна тонны тонн
temperature 1: ° °c degree degrees grad degré degrés grado grados градус градуса градусов
speed 1: km/h kph kilometres_per_hour kilometers_per_hour stundenkilometer
speed 1.609: mph
speed 1.852: knot knots knoten nœuds nudos узлов
power 1000000: mw megawatt megawatts
power 1000000000: gw gigawatt gigawatts
money:usd 1: $ us$ usd dollar dollars dólar dólares доллар доллара долларов
money:eur 1: € eur euro euros евро
money:gbp 1: £ gbp pound pounds pfund livres libras
money:jpy 1: ¥ yen
money:cny 1: yuan
money:rub 1: ₽ rouble roubles ruble rubles rubel roubles rublos рубль рубля рублей
money:uah 1: ₴ hryvnia hryvnias hrywnja гривен гривны
money:chf 1: chf franc francs franken francos
money:crown 1: crown crowns krone kronen krona kronor couronne couronnes corona coronas крона кроны крон
money:pln 1: zloty zlotys złoty
money:inr 1: ₹ rupee rupees`

const sizes: ReadonlyMap<string, UnitSize> = new Map(
  UNITS.split('\n').flatMap(line => {
    const colon = line.lastIndexOf(':')
    const [unit = '', size] = line.slice(0, colon).split(' ')
    const words = line
      .slice(colon + 1)
      .trim()
      .split(' ')
    return words.map(word => [word.replaceAll('_', ' '), { unit: unit as Unit, size: Number(size) }] as const)
  }),
)

/** First words of units of several words. */
const phraseOpeners: ReadonlySet<string> = new Set(
  [...sizes.keys()].filter(words => words.includes(' ')).map(words => words.split(' ')[0] ?? ''),
)

/** True when a unit of several words may begin with this one ("per cent", "cubic metres"). */
export const opensUnit = (word: string): boolean => phraseOpeners.has(word)

/** The unit that a word or a phrase of two or three words in lower case names. */
export const findUnit = (words: string): UnitSize | undefined => sizes.get(words)
