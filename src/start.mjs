// The entry point: checks the Node version before any TypeScript is loaded.
import './node-version.mjs'
import './thread-pool.mjs'
import './compile-cache.mjs'

const { main } = await import('./main.ts')
await main()
