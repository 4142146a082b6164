// Reads a file as Citation.js does and prints what it found as CSL-JSON: node read.js @ris/file citations.ris
import { readFileSync } from 'node:fs'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'

const [type, file] = process.argv.slice(2)
console.log(JSON.stringify(plugins.input.chain(readFileSync(file, 'utf8'), { forceType: type, generateGraph: false })))
