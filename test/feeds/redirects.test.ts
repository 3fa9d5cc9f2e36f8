import { describe, expect, it } from 'vitest'
import { fetchOrigin, followRedirect, type Hop, movedAddress } from '../../src/feeds/redirects.ts'
import { FetchError } from '../../src/model/errors.ts'

function hopFrom(address: string): { hop: Hop; origin: ReturnType<typeof fetchOrigin> } {
  const origin = fetchOrigin(address)
  return { origin, hop: { url: origin.url, count: 0, isPermanent: true } }
}

describe('followRedirect', () => {
  it.each([
    ['credentials', 'https://ann:secret@paper.example/feed'],
    ['a token in the query', 'https://paper.example/feed?token=abc'],
  ])('does not go from https to http with %s', (_name, address) => {
    const { hop, origin } = hopFrom(address)
    expect(() => followRedirect(hop, 301, 'http://paper.example/feed', origin, 5)).toThrow(FetchError)
    expect(followRedirect(hop, 301, 'https://paper.example/feed', origin, 5).url.href).toBe(
      'https://paper.example/feed',
    )
  })

  it('goes from https to http for a public feed, but does not take the move over', () => {
    const { hop, origin } = hopFrom('https://paper.example/feed')
    const next = followRedirect(hop, 301, 'http://paper.example/feed', origin, 5)
    expect(next.url.href).toBe('http://paper.example/feed')
    expect(movedAddress(next, origin)).toBeUndefined()
  })

  it('takes a move from http to https over', () => {
    const { hop, origin } = hopFrom('http://paper.example/feed')
    const next = followRedirect(hop, 301, 'https://paper.example/feed', origin, 5)
    expect(movedAddress(next, origin)).toBe('https://paper.example/feed')
  })

  it('drops credentials that the server puts into the address', () => {
    const { hop, origin } = hopFrom('https://paper.example/feed')
    expect(followRedirect(hop, 302, 'https://bob:x@other.example/', origin, 5).url.href).toBe('https://other.example/')
  })
})

describe('fetchOrigin', () => {
  it('sets credentials apart, whatever is in them', () => {
    expect(fetchOrigin('https://ann:50%25%zz@paper.example/feed#x')).toMatchObject({
      authorization: `Basic ${Buffer.from('ann:50%25%zz').toString('base64')}`,
    })
    expect(fetchOrigin('https://paper.example/feed#x').url.href).toBe('https://paper.example/feed')
  })
})
