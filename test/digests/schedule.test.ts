import { describe, expect, test } from 'vitest'
import { nextRun, nextRuns, parseDays, parseTime, parseZone, suggestZones } from '../../src/digests/schedule.ts'
import { UserError } from '../../src/model/errors.ts'

const daily = parseDays('daily')
const at = (iso: string): Date => new Date(iso)

function errorOf(run: () => unknown): UserError {
  try {
    run()
  } catch (error) {
    if (error instanceof UserError) return error
  }
  throw new Error('was accepted')
}

describe('the next run', () => {
  test('is at the local time of the zone', () => {
    const slots = { at: '08:00', days: daily, timezone: 'Asia/Tokyo' }
    expect(nextRun(slots, at('2026-11-23T12:00:00Z'))).toEqual(at('2026-11-23T23:00:00Z'))
  })

  test('is never the moment itself', () => {
    const slots = { at: '08:00', days: daily, timezone: 'UTC' }
    expect(nextRun(slots, at('2026-11-23T08:00:00Z'))).toEqual(at('2026-11-24T08:00:00Z'))
  })

  test('keeps to its days', () => {
    const slots = { at: '08:00', days: parseDays('mon-fri'), timezone: 'UTC' }
    const runs = nextRuns(slots, at('2026-11-26T09:00:00Z'), 2)
    expect(runs).toEqual([at('2026-11-27T08:00:00Z'), at('2026-11-30T08:00:00Z')])
  })

  test('comes once, late, on the day that skips its hour', () => {
    const slots = { at: '02:30', days: daily, timezone: 'Europe/Berlin' }
    const runs = nextRuns(slots, at('2026-03-28T12:00:00Z'), 2)
    expect(runs[0]).toEqual(at('2026-03-29T01:00:00Z'))
    expect(runs[1]).toEqual(at('2026-03-30T00:30:00Z'))
  })

  test('comes once on the day that repeats its hour', () => {
    const slots = { at: '02:30', days: daily, timezone: 'Europe/Berlin' }
    const runs = nextRuns(slots, at('2026-10-24T12:00:00Z'), 2)
    expect(runs).toEqual([at('2026-10-25T00:30:00Z'), at('2026-10-26T01:30:00Z')])
  })
})

describe('what people write', () => {
  test.each([
    ['7', '07:00'],
    ['07:30', '07:30'],
    ['7.30', '07:30'],
    ['7h30', '07:30'],
    ['7:30pm', '19:30'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['23:59', '23:59'],
  ])('%s is the time %s', (written, time) => {
    expect(parseTime(written)).toBe(time)
  })

  test.each(['25:00', '7:60', 'soon', '', '13pm', '-1', '7:5'])('“%s” is no time', written => {
    expect(errorOf(() => parseTime(written))).toMatchObject({ code: 'badTime', details: { value: written } })
  })

  test.each([
    ['weekdays', 'mon,tue,wed,thu,fri'],
    ['sat,sun', 'sat,sun'],
    ['Sunday, Monday', 'mon,sun'],
    ['fri-mon', 'mon,fri,sat,sun'],
    ['mon fri', 'mon,fri'],
    ['mon - wed, sun', 'mon,tue,wed,sun'],
  ])('%s are the days %s', (written, days) => {
    expect(parseDays(written).join()).toBe(days)
  })

  test.each(['someday', 'mon-', 'mon-tue-wed', ''])('“%s” are no days', written => {
    expect(errorOf(() => parseDays(written))).toMatchObject({ code: 'badDays' })
  })

  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
    ['GMT', 'GMT'],
    ['cet', 'CET'],
    ['EST5EDT', 'EST5EDT'],
  ])('%s is the zone %s', (written, zone) => {
    expect(parseZone(written)).toBe(zone)
  })

  test('an unknown zone names the nearest', () => {
    expect(errorOf(() => parseZone('Europe/Berlni'))).toMatchObject({
      code: 'unknownZone',
      details: { nearest: expect.stringContaining('Europe/Berlin') },
    })
    for (const offset of ['+02:00', 'GMT+2', 'UTC+1', '-5']) {
      expect(errorOf(() => parseZone(offset))).toMatchObject({ code: 'unknownZone' })
    }
  })

  test('half a zone is completed', () => {
    expect(suggestZones('ber', 5)).toContain('Europe/Berlin')
  })
})
