// Plain JavaScript on purpose: an older Node cannot read TypeScript, and the reader deserves a sentence instead of a stack trace.
import process from 'node:process'

const LEAST_MAJOR = 24
const EX_CONFIG = 78 // sysexits.h: configuration error

const major = Number(process.versions.node.split('.')[0])
if (!(major >= LEAST_MAJOR)) {
  process.stderr.write(
    `Tidings needs Node ${LEAST_MAJOR} or later; this is Node ${process.versions.node}.\n` +
      'Run `npm ci` without --ignore-scripts (it brings Node 24 into node_modules), then `npm start` or `npm test`;\n' +
      'or install Node 24 from https://nodejs.org and run the command again.\n',
  )
  process.exit(EX_CONFIG)
}
