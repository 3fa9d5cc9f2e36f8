import { describe, expect, test } from 'vitest'
import { type Quantity, quantitiesIn } from '../../src/text/quantities.ts'

/** "≥12 person dead": bound, number, what is counted, what happened, and whether it is a part or denied. */
function shortly({ low, high, bound, unit, noun, kinds, role, isPart, isDenied }: Quantity): string {
  const sign = { exact: '', about: '~', nearly: '≲', atLeast: '≥', atMost: '≤' }[bound]
  const rounded = (value: number): number => Math.round(value * 1000) / 1000
  const number = high === low ? rounded(low) : `${rounded(low)}–${rounded(high)}`
  const marks = `${isPart ? '(part)' : ''}${isDenied ? '(denied)' : ''}`
  return [`${sign}${number}`, unit, ...kinds, noun, role, marks].filter(Boolean).join(' ')
}

const read = (sentence: string, language?: string): readonly string[] => quantitiesIn(sentence, language).map(shortly)

describe('victims and their fate', () => {
  test.each([
    ['A ferry struck the pier, injuring 14 people.', ['14 person injured']],
    ['14 people injured in ferry crash', ['14 person injured']],
    ['Storm kills 12', ['12 dead']],
    ['The fire left 6 dead and 20 injured.', ['6 person dead', '20 person injured']],
    ['Twelve miners were killed near Tarrow.', ['12 miner dead']],
    ['Five children, including two babies, were hurt.', ['5 child injured', '2 babi (part)']],
    ['Fourteen people on the upper deck were injured.', ['14 person injured']],
    ['A shell hit the school and seven pupils died.', ['7 pupil dead']],
    ['The death toll rose to 31.', ['31 dead']],
    ['The number of injured is now 52.', ['52 injured']],
    ['The blaze claimed 14 lives.', ['14 person dead']],
    ['The company claimed 14 patents.', ['14 patent']],
    ['Police arrested 40 protesters.', ['40 protester arrested']],
    ['Some 60 marchers were detained.', ['~60 protester arrested']],
    ['There were 212 people on board.', ['212 person aboard']],
    ['A ferry with 212 on board ran aground.', ['212 aboard']],
    ['The jet was carrying 148 passengers.', ['148 passenger aboard']],
    ['Nine people are missing.', ['9 person missing']],
    ['The navy rescued 48 sailors.', ['48 crew rescued']],
    ['About 9,000 people were evacuated.', ['~9000 person evacuated']],
    ['The storm left 40,000 homes without power.', ['40000 home withoutPower']],
    ['Eight co-workers were killed.', ['8 co worker dead']],
    ['Rockets killed two Israelis.', ['2 isra dead']],
    ['Police counted 14 deaths.', ['14 person dead']],
    ['Nobody was hurt.', []],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })
})

describe('how a number is limited', () => {
  test.each([
    ['At least 12 people died.', ['≥12 person dead']],
    ['More than 300 people were rescued.', ['≥300 person rescued']],
    ['Over 80,000 homes lost power.', ['≥80000 home withoutPower']],
    ['15+ people were injured.', ['≥15 person injured']],
    ['Twenty people or more were injured.', ['≥20 person injured']],
    ['20 or more people were injured.', ['≥20 person injured']],
    ['Up to 40 people were injured.', ['≤40 person injured']],
    ['As many as 50 people were killed.', ['≤50 person dead']],
    ['Fewer than 20 people were hurt.', ['≤20 person injured']],
    ['Nearly 100 people were arrested.', ['≲100 person arrested']],
    ['Just under 100 people were arrested.', ['≲100 person arrested']],
    ['Around 200 people were on board.', ['~200 person aboard']],
    ['An estimated 30,000 fans came.', ['~30000 fan']],
    ['Dozens of people were injured.', ['~20–120 person injured']],
    ['Hundreds of people were evacuated.', ['~150–1500 person evacuated']],
    ['A dozen people were injured.', ['~12 person injured']],
    ['Half a dozen people were injured.', ['~6 person injured']],
    ['Between 20 and 25 people were hurt.', ['20–25 person injured']],
    ['12 to 14 people were hurt.', ['12–14 person injured']],
    ['12–14 people were hurt.', ['12–14 person injured']],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })
})

describe('numbers in words and large numbers', () => {
  test.each([
    ['Twenty-one people were hurt.', ['21 person injured']],
    ['Two hundred and twelve people were rescued.', ['212 person rescued']],
    ['Nine thousand people were evacuated.', ['9000 person evacuated']],
    ['Orlo sold 1.2 million cars.', ['1200000 car']],
    ['Orlo sold 1,187,000 cars.', ['1187000 car']],
    ['Two million people were evacuated.', ['2000000 person evacuated']],
    ['It cost $72B.', ['72000000000 money:usd']],
    ['The law is worth $1.9T.', ['1900000000000 money:usd']],
    ['The roof cost €3m.', ['3000000 money:eur']],
    ['The province gives 30 million crowns.', ['30000000 money:crown']],
    ['The 30-million-crown bridge opened.', ['30000000 money:crown']],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })
})

describe('units', () => {
  test.each([
    ['Turnout was 61 per cent.', ['61 percent']],
    ['Shares fell 6.5%.', ['6.5 percent']],
    ['The crack is 11 metres long.', ['11 length']],
    ['The town lies 4 km away.', ['4000 length']],
    ['A 5-metre wall broke.', ['5 length']],
    ['It was 38 °C in the shade.', ['38 temperature']],
    ['The fire burned 200 hectares.', ['2000000 area']],
    ['The ferry made nine knots.', ['16.668 speed']],
    ['The drought took a third of the harvest.', ['~33.33 percent']],
    ['Two thirds of the output is sold.', ['~66.66 percent']],
    ['Rovers scored three goals.', ['3 goal']],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })
})

describe('what counts nothing', () => {
  test.each([
    'The trial of 5 June was adjourned.',
    'It opens on June 5, 2026.',
    'The fire of 1998 is forgotten.',
    'It was built in 2004.',
    'Trains leave at 18:30.',
    'The 5.42 to Halvorn was late.',
    'He came 14th.',
    'A 14-year-old boy was hurt.',
    'A boy, 13, was hurt.',
    'She died aged 91.',
    'Rovers won 3-2 after extra time.',
    'Rovers win 3:2',
    'Flight 370 landed.',
    'Route 66 was closed.',
    'The G7 met in Selm.',
    'An F-16 crashed.',
    'The strike lasted 11 days.',
    'He waited for two hours.',
    'The toll is five times that of last year.',
    'The third goal came late.',
    'It was minus 20 degrees.',
    'No one was on the train.',
  ])('%s', sentence => {
    expect(read(sentence)).toEqual([])
  })
})

describe('parts, and what a sentence takes back', () => {
  test.each([
    ['Two of the injured were taken to hospital.', ['2 injured (part)']],
    ['Three of 14 passengers were hurt.', ['14 passenger injured (denied)']],
    ['Three more people died.', ['3 person dead (part)']],
    ['Ohio and 10 other states said so.', ['10 state (part)']],
    ['The city adds 1,290 deaths.', ['1290 person dead']],
    ['The city raised its toll, adding 1,290 deaths.', ['1290 person dead (part)']],
    ['It killed 12 people, including the gunman.', ['12 person dead (part)']],
    ['The blast killed 12 people and another 14 were injured.', ['12 person dead', '14 injured']],
    [
      'The grant is 12 million crowns, not 15 million crowns.',
      ['12000000 money:crown', '15000000 money:crown (denied)'],
    ],
    ['The toll rose from 12 to 14.', ['14 dead']],
    [
      'Seventeen people were hurt, three more than the 14 people of the first count.',
      ['17 person injured', '14 person (part)(denied)'],
    ],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })
})

describe('other languages', () => {
  test.each([
    ['de', 'Bei dem Brand sind 30 Menschen verletzt worden.', ['30 person injured']],
    ['de', 'Mindestens zwölf Tote bei Unglück', ['≥12 person dead']],
    ['de', 'Einundzwanzig Menschen starben.', ['21 person dead']],
    ['de', 'Rund 9.000 Menschen wurden in Sicherheit gebracht.', ['~9000 person evacuated']],
    ['de', 'Der Umbau kostet 1,3 Milliarden Euro.', ['1300000000 money:eur']],
    ['de', 'Am 5. Juni 2026 beginnt der Prozess.', []],
    ['fr', 'Neuf personnes sont mortes dans une avalanche.', ['9 person dead']],
    ['fr', 'Environ 9 000 habitants ont été évacués.', ['~9000 person evacuated']],
    ['fr', 'Plus d’un million de personnes ont été évacuées.', ['≥1000000 person evacuated']],
    ['fr', 'Le séisme a fait au moins 40 morts.', ['≥40 person dead']],
    ['fr', 'Un homme de 45 ans a été interpellé.', []],
    ['es', 'Al menos 20 personas resultaron heridas.', ['≥20 person injured']],
    ['es', 'El incendio dejó 12 muertos.', ['12 person dead']],
    ['es', 'Unas 3.000 personas fueron evacuadas.', ['~3000 person evacuated']],
    ['ru', 'При взрыве погибли 8 человек.', ['8 person dead']],
    ['ru', 'Не менее 15 человек пострадали.', ['≥15 person injured']],
    ['ru', 'Эвакуированы более 2 тысяч жителей.', ['≥2000 person evacuated']],
    ['it', 'Il bilancio è di 12 morti.', []],
  ])('%s: %s', (language, sentence, expected) => {
    expect(read(sentence, language)).toEqual(expected)
  })
})

test('the span of a quantity holds its number and unit', () => {
  const sentence = 'The repair costs about 1.3 billion crowns, and 14 people were hurt.'
  expect(quantitiesIn(sentence).map(({ start, end }) => sentence.slice(start, end))).toEqual([
    '1.3 billion crowns',
    '14',
  ])
})

test('the last digit that is said tells how far a number is rounded', () => {
  const steps = (sentence: string): readonly number[] => quantitiesIn(sentence).map(({ step }) => step)
  expect(steps('14 people died, 9,000 people fled, 1.2 million cars were sold.')).toEqual([1, 1000, 100_000])
})
