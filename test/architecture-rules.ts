import type { IForbiddenRuleType } from 'dependency-cruiser'

/** A rule of the house and the import that must break it: a file that is planted, and what it imports. */
export interface ArchitectureRule {
  readonly rule: IForbiddenRuleType
  readonly planted: { readonly file: string; readonly imports: string }
}

const within = (folder: string): string => `^src/${folder}/`
const ours = '^(src|commands|config|test)/'

/** Files of `folder` import nothing of ours but the named places. */
function only(
  name: string,
  folder: string,
  allowed: readonly string[],
  planted: ArchitectureRule['planted'],
): ArchitectureRule {
  const from = { path: folder.startsWith('^') ? folder : within(folder) }
  return { rule: { name, severity: 'error', from, to: { path: ours, pathNot: [...allowed] } }, planted }
}

const MODEL = within('model')
const PORTS = within('ports')
const TEXT = within('text')
const COMMAND = '^src/command(-words|-options|-cases)?\\.ts$'
const USE_CASES = within('use-cases')

function adapter(folder: string, planted: string): ArchitectureRule {
  const name = `${folder} knows model, ports and text, and no other adapter`
  return only(name, folder, [MODEL, PORTS, TEXT, within(folder)], {
    file: `src/${folder}/planted.ts`,
    imports: planted,
  })
}

function core(folder: string, planted: string): ArchitectureRule {
  const name = `${folder} knows model, ports and text only`
  return only(name, folder, [MODEL, PORTS, TEXT, within(folder)], {
    file: `src/${folder}/planted.ts`,
    imports: planted,
  })
}

function packageOnlyIn(name: string, packages: string, folder: string, imports: string): ArchitectureRule {
  return {
    rule: {
      name,
      severity: 'error',
      from: { path: '^(src|commands|config)/', pathNot: folder },
      to: { path: packages },
    },
    planted: { file: `src/use-cases/planted-${imports.replace(/\W/g, '-')}.ts`, imports },
  }
}

/** Who may import whom. The names are the sentences that a failing test prints. */
export const architectureRules: readonly ArchitectureRule[] = [
  only('model imports nothing of ours', 'model', [MODEL], {
    file: 'src/model/planted.ts',
    imports: '../ports/clock.ts',
  }),
  only('text imports nothing of ours', 'text', [TEXT], { file: 'src/text/planted.ts', imports: '../model/article.ts' }),
  only('ports know the model only', 'ports', [MODEL, PORTS], {
    file: 'src/ports/planted.ts',
    imports: '../text/terms.ts',
  }),
  core('feeds', '../stores/sqlite.ts'),
  core('stories', '../feeds/parse.ts'),
  core('digests', '../stories/rank.ts'),
  adapter('stores', '../feeds/parse.ts'),
  adapter('summarizers', '../stories/rank.ts'),
  adapter('platforms/discord', '../telegram/render.ts'),
  adapter('platforms/telegram', '../discord/render.ts'),
  adapter('platforms/terminal', '../../command.ts'),
  only('the newsstand knows nothing of ours', 'newsstand', [within('newsstand')], {
    file: 'src/newsstand/planted.ts',
    imports: '../feeds/fetch.ts',
  }),
  only(
    'use-cases know the core, the ports and the command form',
    'use-cases',
    [MODEL, PORTS, TEXT, within('feeds'), within('stories'), within('digests'), within('use-cases'), COMMAND],
    { file: 'src/use-cases/planted.ts', imports: '../summarizers/extractive.ts' },
  ),
  only(
    'commands know the command form, model, ports and text',
    '^commands/(?!index\\.ts)',
    [MODEL, PORTS, TEXT, COMMAND],
    {
      file: 'commands/planted.ts',
      imports: '../src/use-cases/parts.ts',
    },
  ),
  only('commands and what reads them know model and text only', COMMAND, [MODEL, TEXT, COMMAND], {
    file: 'src/command-words.ts',
    imports: './ports/store.ts',
  }),
  only('explain knows model and text only', '^src/explain\\.ts$', [MODEL, TEXT], {
    file: 'src/explain.ts',
    imports: './ports/store.ts',
  }),
  only(
    'the handler knows commands, use-cases and ports, and none of the core',
    '^src/handler\\.ts$',
    [MODEL, PORTS, TEXT, USE_CASES, COMMAND, '^src/explain\\.ts$'],
    { file: 'src/handler.ts', imports: './feeds/poll.ts' },
  ),
  only(
    'the app knows the core, the use-cases and the handler, and nothing outside',
    '^src/app\\.ts$',
    [
      MODEL,
      PORTS,
      TEXT,
      USE_CASES,
      within('feeds'),
      within('stories'),
      within('digests'),
      COMMAND,
      '^src/(explain|handler)\\.ts$',
    ],
    { file: 'src/app.ts', imports: './clock.ts' },
  ),
  only('config knows the model and text', '^config/(?!check-packs\\.ts)', [MODEL, TEXT, '^config/'], {
    file: 'config/planted.ts',
    imports: '../src/feeds/fetch.ts',
  }),
  only(
    'the check of the packs knows feeds besides',
    '^config/check-packs\\.ts$',
    [MODEL, PORTS, TEXT, within('feeds'), '^config/', '^src/clock\\.ts$'],
    { file: 'config/check-packs.ts', imports: '../src/use-cases/parts.ts' },
  ),
  {
    rule: {
      name: 'only main, assemble and the library door know adapters',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$', pathNot: '^src/(main|assemble|index)\\.ts$' },
      to: { path: '^src/(platforms|stores|summarizers|newsstand)/' },
    },
    planted: { file: 'src/planted-adapter.ts', imports: './stores/sqlite.ts' },
  },
  {
    rule: {
      name: 'only main and assemble know config and commands',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|assemble)\\.ts$' },
      to: { path: '^(config|commands)/' },
    },
    planted: { file: 'src/planted-config.ts', imports: '../config/env.ts' },
  },
  {
    rule: {
      name: 'the product knows no test',
      severity: 'error',
      from: { path: '^(src|commands|config)/' },
      to: { path: '^test/' },
    },
    planted: { file: 'src/planted-test.ts', imports: '../test/fakes/clock.ts' },
  },
  {
    rule: { name: 'no import cycles', severity: 'error', from: {}, to: { circular: true } },
    planted: { file: 'src/planted-cycle-a.ts', imports: './planted-cycle-b.ts' },
  },
  packageOnlyIn(
    'discord.js stays in its adapter',
    '(^|node_modules/)(discord\\.js|@discordjs/)',
    '^src/platforms/discord/',
    'discord.js',
  ),
  packageOnlyIn(
    'grammY stays in its adapter',
    '(^|node_modules/)(grammy|@grammyjs/)',
    '^src/platforms/telegram/',
    'grammy',
  ),
  packageOnlyIn('the database stays in the stores', '^(node:)?sqlite$', '^src/stores/', 'node:sqlite'),
  packageOnlyIn(
    're2js stays behind the patterns of filters',
    '(^|node_modules/)re2js(/|$)',
    '^src/digests/filter-pattern\\.ts$',
    're2js',
  ),
  packageOnlyIn(
    'the model client stays in the summarizers',
    '(^|node_modules/)openai(/|$)',
    '^src/summarizers/',
    'openai',
  ),
  packageOnlyIn('the network stays in feeds', '(^|node_modules/)undici(/|$)', '^src/feeds/', 'undici'),
]
