// Runs beside compromise's own modules: people, places and dates of every report.
import fs from 'node:fs'
import nlp from 'compromise'
import dates from 'compromise-dates'

nlp.plugin(dates)
const version = nlp.version
const texts = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).text)

function chain(text) {
  const doc = nlp(text)
  return doc.people().out('array').length + doc.places().out('array').length + doc.dates().json().length
}

const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6 }
texts.slice(0, 20).forEach(chain)
const begin = cpu()
const found = texts.map(chain).reduce((a, b) => a + b, 0)
console.log(JSON.stringify({ version, seconds: cpu() - begin, load: begin, found }))
