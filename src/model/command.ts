/** One option of a command, as every platform can show it. */
export interface OptionSpec {
  readonly name: string
  /** At most 100 characters; by interface language, "en" always present. */
  readonly description: Readonly<Record<string, string>> & { readonly en: string }
  readonly isRequired: boolean
  /** 'file': an attachment, where the platform takes one as an option. */
  readonly type: 'text' | 'integer' | 'file'
  /** The only values that are taken, when they are few. */
  readonly choices?: readonly string[]
  /** CommandHandler.suggest knows completions for it. */
  readonly isSuggested: boolean
}

/** A command as the platforms register it: names match ^[a-z][a-z0-9_]{0,31}$; required options come first. */
export interface CommandSpec {
  readonly name: string
  /** At most 100 characters. */
  readonly description: Readonly<Record<string, string>> & { readonly en: string }
  /** 'managers': hidden from others where the platform can do that; the application checks again. */
  readonly who: 'all' | 'managers'
  readonly options: readonly OptionSpec[]
}
