// Runs beside compromise's own modules: people, places and dates of every report.
import fs from 'node:fs'
import nlp from 'compromise'
import dates from 'compromise-dates'

nlp.plugin(dates)
const version = nlp.version
const rows = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
const texts = rows.filter((row) => !row.warming).map((row) => row.text)

function chain(text) {
  const doc = nlp(text)
  return doc.people().out('array').length + doc.places().out('array').length + doc.dates().json().length
}

const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6 }
rows.filter((row) => row.warming).forEach((row) => chain(row.text))
const begin = cpu()
const found = texts.map(chain).reduce((a, b) => a + b, 0)
console.log(JSON.stringify({ version, seconds: cpu() - begin, load: begin, found }))
