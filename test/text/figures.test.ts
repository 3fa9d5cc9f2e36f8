import { expect, test } from 'vitest'
import { formatFigure } from '../../src/text/figures.ts'

test.each([
  [14, 14, '', '14', '14'],
  [9000, 9000, '', '9,000', '9.000'],
  [12, 14, '', '12–14', '12–14'],
  [1_300_000_000, 1_300_000_000, 'crowns', '1.3 billion crowns', '1,3 Milliarden crowns'],
  [1_187_432, 1_187_432, '', '1,187,432', '1.187.432'],
  [72_000_000_000, 72_000_000_000, '$', '$72 billion', '$72 Milliarden'],
  [7.5, 7.5, 'per cent', '7.5%', '7,5\u00a0%'],
  [30, 35, '%', '30–35%', '30–35%'],
  [11, 11, 'metres', '11 metres', '11 metres'],
])('%d to %d “%s” reads “%s”, in German “%s”', (low, high, unit, english, german) => {
  expect(formatFigure({ low, high, unit }, { language: 'en' })).toBe(english)
  expect(formatFigure({ low, high, unit }, { language: 'de' })).toBe(german)
})
