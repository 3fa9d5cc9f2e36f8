// What Node makes of each module (types stripped, compiled) is kept from start to start, beside the packages and thus
// gone with them: a start takes half a second less of a processor, a parser thread a third less. Where nothing can be
// written it is as without. Node checks each entry against its source:
// https://nodejs.org/api/module.html#module-compile-cache
import module from 'node:module'
import { join } from 'node:path'

module.enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/tidings'))
