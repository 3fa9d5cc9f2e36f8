import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutText, openingOf } from '../../src/text/characters.ts'
import { escapeHtml, htmlToLine, htmlToText } from '../../src/text/html.ts'

const LIMIT_MS = 3000

describe('htmlToText', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<h2>Head</h2>Body <b>bold</b> text', 'Head\n\nBody bold text'],
    ['<ul><li>a<li>b</ul>', 'a\n\nb'],
    ['a<br>b<BR/>c', 'a\n\nb\n\nc'],
    ['<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n\n3'],
    ['x<script>alert("<p>")</script>y<style>p{}</style>z', 'xyz'],
    ['<html><head><title>t</title></head><body>b</body></html>', 'b'],
    ['<head>t<body>b', 'b'],
    ['<noscript><img><p>n</p></noscript>a', 'a'],
    ['a<!-- b -->c', 'ac'],
    ['<p>a</p><div style="color:red; DISPLAY : none"><div>x</div>y</div><p>b</p>', 'a\n\nb'],
    ['a <span style="font-size:0px">x</span><i style="font-size:0.9em">b</i>', 'a b'],
    ['<p hidden>x<p>a</p><ul><li style="visibility:hidden">x<li>b</ul>', 'a\n\nb'],
    ['a<img hidden alt="x">b<br style="display:none">c', 'a b\n\nc'],
    ['AT&amp;T &lt;b&gt; &eacute;&nbsp;&#8212; &amp;amp;', 'AT&T <b> é — &amp;'],
    ['AT&T & co', 'AT&T & co'],
    ['2 < 3 and 5 > 4', '2 < 3 and 5 > 4'],
    ['one\ntwo\n\nthree', 'one two\n\nthree'],
    ['<p>one\ntwo\n\nthree</p>', 'one two three'],
    ['<a href="x" title="a>b">link</a>', 'link'],
    ['a\u0000b\u0007c\u200bd\u202ee\u2066f\ud800g', 'abcdefg'],
    ['👩‍👩‍👧 می‌خواهم', '👩‍👩‍👧 می‌خواهم'],
    ['', ''],
  ])('%j reads %j', (html, wanted) => expect(htmlToText(html)).toBe(wanted))

  test.each([
    ['<', 1_000_000],
    ['&', 1_000_000],
    ['&lt;', 300_000],
    ['<a href=', 60_000],
    ['<div>', 200_000],
    ['</div>', 200_000],
    ['<!--', 200_000],
    ['<script>', 100_000],
    ['&#65', 300_000],
    ['<br ', 200_000],
  ])('a flood of %j takes time in proportion', (piece, times) => {
    const start = performance.now()
    htmlToText(piece.repeat(times))
    expect(performance.now() - start).toBeLessThan(LIMIT_MS)
  })

  test('no input leaves a control character, an empty line too many or blanks at an edge', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<br>', '<script>', '&amp;', '&#0;', '\n', ' ', '\u0000', '<', 'a')
    const html = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 20 })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(html, source => {
        const text = htmlToText(source)
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\n{3}|^\s|\s$/u)
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })
})

test('escaped text reads as itself', () => {
  expect(htmlToLine(escapeHtml('a <b> & "c" &amp;'))).toBe('a <b> & "c" &amp;')
})

test('a cut leaves no half of a surrogate pair', () => {
  expect(cutText('ab😀', 3)).toBe('ab')
  expect(cutText('ab😀', 4)).toBe('ab😀')
})

test('an opening ends between words and says that more follows', () => {
  expect(openingOf('one two three four', 10)).toBe('one two…')
  expect(openingOf('one two', 10)).toBe('one two')
})
