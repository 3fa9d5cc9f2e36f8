// The entry point: checks the Node version before any TypeScript is loaded.
import './node-version.mjs'

const { main } = await import('./main.ts')
await main()
