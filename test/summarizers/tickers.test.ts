import { describe, expect, test } from 'vitest'
import { extractBullets } from '../../src/summarizers/extractive.ts'
import { sampleArticle } from '../contracts/summarizer.ts'

const told = (title: string, lines: readonly string[], language = 'en'): readonly string[] =>
  extractBullets([sampleArticle({ title, language, text: lines.join('\n\n') })], 8).map(({ text }) => text)

describe('of a live report', () => {
  test.each([
    [
      'en',
      'Storm in Wendmoor: live updates',
      ['18:45 The Mill Road is open again, the police say.', '14:30 Four people are dead, the hospital confirms.'],
      ['10:20 Two people are dead, police say.', '09:10 The Mill Road is closed between Sarn and Lom.'],
    ],
    [
      'en',
      'Shooting in Lom: live',
      [
        '5.10pm Police now say there was no second gunman at the mill in Lom.',
        '4.00pm The gunman has surrendered in the harbour.',
      ],
      ['3.20pm There is a second gunman at the mill in Lom, a witness says.', '3.00pm The attacker is on the run.'],
    ],
    [
      'de',
      'Sturm in Altmühlen: der Liveticker',
      ['18.45 Uhr: Die Mühlenstraße ist wieder frei.', '14.30 Uhr: Vier Menschen sind ums Leben gekommen.'],
      ['10.20 Uhr: Zwei Menschen sind ums Leben gekommen.', '9.10 Uhr: Die Mühlenstraße ist gesperrt.'],
    ],
    [
      'fr',
      'EN DIRECT. Tempête à Aldmoor',
      ['18h45 : La route du Moulin est rouverte.', '14h30 : Quatre personnes sont mortes, selon la préfecture.'],
      [
        '10h20 : Deux personnes sont mortes, selon la préfecture.',
        '09h10 : La route du Moulin est fermée aux camions.',
      ],
    ],
    [
      'es',
      'Última hora: temporal en Aldmoor',
      ['18:45 La carretera del Molino está abierta de nuevo.', '14:30 El sospechoso fue detenido en la estación.'],
      ['10:20 El sospechoso está fugado desde esta mañana.', '09:10 La carretera del Molino está cerrada al tráfico.'],
    ],
    [
      'it',
      'Maltempo ad Aldmoor, la diretta',
      [
        '18:45 La strada del Mulino è stata riaperta al traffico.',
        '14:30 Il ricercato è stato arrestato alla stazione.',
      ],
      ['10:20 Il ricercato è ancora in fuga, dicono i vicini.', '09:10 La strada del Mulino è chiusa al traffico.'],
    ],
  ])('what a newer entry has overtaken is not told, in %s', (language, title, newer, older) => {
    const withoutTime = (line: string): string => line.replace(/^[\d.:h]+(?:pm| Uhr:| :)? /u, '')
    expect(told(title, [...newer, ...older], language)).toEqual(newer.map(withoutTime))
    // the oldest first: the newest is told first all the same
    expect(told(title, [...newer, ...older].toReversed(), language)).toEqual(newer.map(withoutTime))
  })

  test('what belongs to an overtaken state goes with it, another matter of its entry stays', () => {
    const bullets = told('Looting in Lom: live', [
      '13:10 The suspect was arrested at the station of Lom.',
      '11:00 The suspect is on the run. Police are looking for a man in a red coat. The storm has torn down 40 trees.',
    ])
    expect(bullets).toEqual(['The suspect was arrested at the station of Lom.', 'The storm has torn down 40 trees.'])
  })

  test('what happened elsewhere, or is only expected, overtakes nothing', () => {
    const lines = [
      '15:00 The Sarn tunnel is open again, the army says.',
      '14:00 The Mill Road will reopen on Friday, the mayor hopes.',
      '13:00 Four people have died in Odrava, the hospital there says.',
      '12:00 Two people have died in Lom, the mayor says.',
      '11:00 The Mill Road is closed because of fallen trees.',
    ]
    expect(told('Storm: live updates', lines)).toEqual(lines.map(line => line.slice('15:00 '.length)))
  })

  test('a sentence that says its own time may be told beside the newer one', () => {
    expect(
      told('Storm: live updates', [
        '15:00 The Mill Road is open again to all traffic.',
        '11:00 The Mill Road was closed at 10:40 after a landslide.',
      ]),
    ).toHaveLength(2)
  })

  test('an introduction is the oldest entry, but for its toll, which is kept up to date', () => {
    const entries = [
      '14:30 Four people have died in the flood, says the mayor.',
      '12:00 The bridge of Sarn is closed to lorries.',
    ]
    const told5 = told('Flood: live', ['Five people have died in the flood of the Wend.', ...entries])
    expect(told5).toEqual([
      'Five people have died in the flood of the Wend.',
      'The bridge of Sarn is closed to lorries.',
    ])
    const told3 = told('Flood: live', ['Three people have died in the flood of the Wend.', ...entries])
    expect(told3.join(' ')).not.toContain('Three people')
  })

  test('the times of a programme overtake nothing', () => {
    const lines = [
      '09:00 The library is closed for the ceremony of the mayor.',
      '10:30 Ada Thorn reads from her novel about the flood.',
      '14:00 The library is open for children and parents.',
    ]
    expect(told('Programme of the Tarn book fair', lines)).toEqual(lines.map(line => line.slice('09:00 '.length)))
  })
})
