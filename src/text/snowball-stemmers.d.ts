declare module 'snowball-stemmers' {
  interface SnowballStemmer {
    stem(word: string): string
  }
  /** Makes a stemmer by its English name ("russian"); throws a TypeError for an unknown one. */
  export function newStemmer(algorithm: string): SnowballStemmer
  export function algorithms(): string[]
}
