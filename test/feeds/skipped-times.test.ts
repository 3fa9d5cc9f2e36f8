import { expect, it } from 'vitest'
import { parseFeed } from '../../src/feeds/parse.ts'

const parsed = (channel: string) =>
  parseFeed(
    Buffer.from(`<rss version="2.0"><channel><title>T</title>${channel}<item><title>x</title></item></channel></rss>`),
  )

it.each([
  ['<skipHours><hour>1</hour><hour> 0 </hour><hour>24</hour><hour>1</hour></skipHours>', { skipHours: [0, 1] }],
  ['<skipDays><day>Saturday</day><day>SUNDAY</day><day>Someday</day></skipDays>', { skipDays: [0, 6] }],
  ['<skipHours><hour>25</hour><hour>-1</hour><hour>noon</hour></skipHours><skipDays/>', {}],
  [`<skipHours>${Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`, {}],
])('reads the times that a publisher skips: %s', async (channel, wanted) => {
  const { skipHours, skipDays } = await parsed(channel)
  expect(JSON.parse(JSON.stringify({ skipHours, skipDays }))).toEqual(wanted)
})

it.each([
  ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 6 * 60],
  ['<sy:updatePeriod>weekly</sy:updatePeriod>', 7 * 24 * 60],
  ['<ttl>90</ttl>', 90],
  ['<ttl>-5</ttl>', undefined],
  ['<ttl>soon</ttl>', undefined],
])('reads the pause that a publisher wants: %s', async (channel, minutes) => {
  const { ttlMs } = await parsed(channel)
  expect(ttlMs).toBe(minutes === undefined ? undefined : minutes * 60_000)
})
