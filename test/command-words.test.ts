import { describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { specOf, usageOf } from '../src/command.ts'
import { parseWords } from '../src/command-words.ts'
import { UserError } from '../src/model/errors.ts'
import { catalogues } from '../src/text/words/catalogues.ts'

const optionsOf = (text: string): Record<string, string> => parseWords(text, commands).options

function errorOf(text: string): UserError {
  try {
    parseWords(text, commands)
  } catch (error) {
    if (error instanceof UserError) return error
  }
  throw new Error(`${text} was accepted`)
}

describe('typed words', () => {
  test('give options in their order', () => {
    expect(optionsOf('/schedule add 07:30 mon-fri Europe/Berlin')).toEqual({
      action: 'add',
      at: '07:30',
      days: 'mon-fri',
      timezone: 'Europe/Berlin',
    })
  })

  test('give a topic of several words without quotes, and the choices behind it', () => {
    expect(optionsOf('/summary crude oil 3d long')).toEqual({ topic: 'crude oil', since: '3d', length: 'long' })
  })

  test('leave a lone word that is also a choice to the topic', () => {
    expect(optionsOf('/summary long')).toEqual({ topic: 'long' })
  })

  test('may be named, with quotes around several words', () => {
    expect(optionsOf('/summary since:7d topic:"crude oil"')).toEqual({ topic: 'crude oil', since: '7d' })
  })

  test('skip an option that they can not mean', () => {
    expect(optionsOf('/briefing short')).toEqual({ length: 'short' })
    expect(optionsOf('/schedule 07:30 weekdays')).toEqual({ at: '07:30', days: 'weekdays' })
    expect(optionsOf('/briefing nwo')).toEqual({ action: 'nwo' })
  })

  test('leave the colons of addresses and times alone', () => {
    expect(optionsOf('/subscribe https://example.org:8080/feed?a=b:c')).toEqual({
      what: 'https://example.org:8080/feed?a=b:c',
    })
    expect(optionsOf('/subscribe world at:07:30')).toEqual({ what: 'world', at: '07:30' })
  })

  test('take the slash, the bot name and capitals as they come', () => {
    expect(parseWords('Summary@tidings_bot Putin', commands).command.name).toBe('summary')
  })

  test('name the nearest command when there is none', () => {
    expect(errorOf('/sumary putin')).toMatchObject({ code: 'unknownCommand', details: { nearest: 'summary' } })
    expect(errorOf('/')).toMatchObject({ code: 'unknownCommand' })
  })

  test('give the options behind a topic or an address, in any order, as the usage shows them', () => {
    expect(optionsOf('/subscribe world 09:15')).toEqual({ what: 'world', at: '09:15' })
    expect(optionsOf('/subscribe world instant 09:15')).toEqual({ what: 'world', mode: 'instant', at: '09:15' })
    expect(optionsOf('/subscribe Harbour Post 9.15 INSTANT')).toEqual({
      what: 'Harbour Post',
      mode: 'instant',
      at: '9.15',
    })
    expect(optionsOf('/subscribe world 7pm')).toEqual({ what: 'world', at: '7pm' })
  })

  test('leave a number that is part of a title to the title', () => {
    expect(optionsOf('/subscribe France 24')).toEqual({ what: 'France 24' })
    expect(optionsOf('/subscribe Radio 4')).toEqual({ what: 'Radio 4' })
  })

  test('take a named choice in capitals as in small letters', () => {
    expect(optionsOf('/subscribe world mode:INSTANT')).toEqual({ what: 'world', mode: 'instant' })
    expect(optionsOf('/summary putin Since:3D')).toEqual({ topic: 'putin', since: '3d' })
  })

  test('take several days with blanks between them, and a zone without days', () => {
    expect(optionsOf('/schedule add 08:00 mon fri Europe/Berlin')).toEqual({
      action: 'add',
      at: '08:00',
      days: 'mon fri',
      timezone: 'Europe/Berlin',
    })
    expect(optionsOf('/schedule 08:00 +02:00')).toEqual({ at: '08:00', timezone: '+02:00' })
    expect(optionsOf('/schedule 08:00 CET')).toEqual({ at: '08:00', timezone: 'CET' })
    expect(optionsOf('/schedule 08:00 Europe/Berlin')).toEqual({ at: '08:00', timezone: 'Europe/Berlin' })
  })

  test('can not fill in what only buttons fill in', () => {
    expect(optionsOf('/unsubscribe all yes')).toEqual({ what: 'all yes' })
    expect(optionsOf('/unsubscribe all sure:yes')).toEqual({ what: 'all sure:yes' })
    expect(errorOf('/sources 1 extra')).toMatchObject({ code: 'surplusWords', details: { words: 'extra' } })
    expect(errorOf('/sources 1 digest:abc')).toMatchObject({ code: 'unknownOption', details: { value: 'digest' } })
  })

  test('name an option that the command does not have', () => {
    expect(errorOf('/briefing now lenght:long')).toMatchObject({ code: 'unknownOption' })
    expect(errorOf('/summary putin lenght:long')).toMatchObject({ code: 'unknownOption', details: { value: 'lenght' } })
  })

  test('leave a colon in a topic alone when its word is like no option', () => {
    expect(optionsOf('/summary re:publica 7d')).toEqual({ topic: 're:publica', since: '7d' })
    expect(optionsOf('/summary putin foo:bar')).toEqual({ topic: 'putin foo:bar' })
  })

  test('say which words are too many', () => {
    expect(errorOf('/status now please')).toMatchObject({
      code: 'surplusWords',
      details: { words: 'now please', usage: '/status' },
    })
  })
})

describe('every command', () => {
  test.each(commands.map(command => [command.name, command] as const))(
    '/%s is legal on both platforms',
    (_name, command) => {
      const spec = specOf(command)
      expect(spec.name).toMatch(/^[a-z][a-z0-9_]{0,31}$/)
      expect(spec.options.length).toBeLessThanOrEqual(25)
      const required = spec.options.map(option => option.isRequired)
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)))
      for (const { description } of [spec, ...spec.options]) {
        for (const words of catalogues) {
          expect(description[words.language]?.length).toBeGreaterThan(0)
          expect(description[words.language]?.length).toBeLessThanOrEqual(100)
        }
      }
    },
  )

  test('has a name of its own', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
  })

  test('shows how it is typed', () => {
    expect(commands.map(usageOf)).toContain('/summary <topic> [since] [length] [public]')
  })
})
