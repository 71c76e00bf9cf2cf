// node shapes.mjs NODE_MODULES SHAPES.ttl DATA.ttl: exit 0 when the data conform.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [modules, shapesFile, dataFile] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(`${modules}/${path}`).href)
const { Parser } = createRequire(`${modules}/`)('n3')
const rdf = (await load('rdf-ext/index.js')).default
const { Validator } = await load('shacl-engine/index.js')
const { validations } = await load('shacl-engine/sparql.js')

const dataset = (file) => {
  const quads = rdf.dataset()
  for (const q of new Parser().parse(readFileSync(file, 'utf8'))) {
    quads.add(rdf.quad(q.subject, q.predicate, q.object))
  }
  return quads
}

const validator = new Validator(dataset(shapesFile), { factory: rdf, validations })
const report = await validator.validate({ dataset: dataset(dataFile) })
for (const result of report.results.slice(0, 20)) {
  console.log(result.message.map((m) => m.value).join(' '), result.path?.[0]?.predicates?.[0]?.value ?? '',
    result.focusNode.term?.value)
}
console.log(`${report.results.length} violations`)
process.exit(report.conforms ? 0 : 1)
