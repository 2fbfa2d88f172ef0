/**
 * The document as Typst lays it out: PDF/UA-1, A4. It reads one JSON input and no other; every text in it arrives as
 * a string and is shown as it is, never read as markup. A string in the code and not a file, so that a bundled
 * function carries it.
 */
export const TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#let accent = rgb("#0a4a73")
#let soft = rgb("#4d5a66")
#let rule = rgb("#c9d1d8")
#let tint = rgb("#eef3f7")
#let warning = rgb("#8a1c00")

#let at = data.at
#let instant = datetime(year: at.at(0), month: at.at(1), day: at.at(2), hour: at.at(3), minute: at.at(4), second: at.at(5))
#set document(title: data.title, date: instant, description: data.description)
#set text(font: "Source Sans 3", size: 10.5pt, lang: "en", region: "GB", fallback: false, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.95em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 2cm, top: 2.1cm, bottom: 2.1cm),
  header: context if here().page() > 1 {
    set text(size: 8.5pt, fill: soft)
    grid(columns: (1fr, auto), gutter: 1em, data.head, data.corner)
    v(-0.55em)
    line(length: 100%, stroke: 0.5pt + rule)
  },
  footer: context {
    set text(size: 8.5pt, fill: soft)
    grid(columns: (1fr, auto), gutter: 1em, data.foot, [Page #counter(page).display() of #counter(page).final().first()])
  },
)

#show "\\u{1f}": box()
#show regex("\u2212£[0-9][0-9,.]*"): it => box(it)
#show heading: set text(fill: accent, weight: 600)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 1): set block(above: 1.6em, below: 0.8em)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)
#show figure: set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, sticky: true, below: 0.6em, align(left, text(weight: 600, size: 10pt, it.body)))
#show figure: set block(above: 1.4em, below: 1.4em)
#show figure: set align(left)

#let question(it) = block(above: 0.2em, below: 1em, sticky: true, text(size: 12pt, style: "italic", fill: soft, it.text))
#let answer(it) = block(
  width: 100%, fill: tint, inset: (x: 12pt, y: 10pt), stroke: (left: 3pt + accent), breakable: false,
  text(size: 12pt, it.text),
)
#let small(it) = block(above: 0.7em, below: 0.7em, text(size: 9pt, fill: soft, it.text))
#let sign(svg, size) = pdf.artifact(box(baseline: 30%, image(bytes(svg), format: "svg", width: size)))
#let signs(icons) = icons.map(i => block(above: 0.5em, below: 0pt, [#sign(i.svg, 14pt) #h(3pt) #text(size: 8.5pt, i.words)])).join()
#let lead(it) = block(sticky: true, { for i in it.icons { [#sign(i.svg, 15pt) #h(3pt) #text(weight: 600, i.words) #h(1em)] }; if it.icons.len() > 0 { parbreak() }; it.text })
#let asked(it) = block(above: 0.4em, below: 0.7em, sticky: true, text(style: "italic", fill: soft, it.text))
#let finding(it) = block(width: 100%, inset: (left: 8pt), stroke: (left: 2.5pt + accent), breakable: false, text(weight: 600, it.text))
#let roles = (question: question, answer: answer, asked: asked, finding: finding, small: small, lead: lead)
#let aside(it) = block(width: 100%, above: 1.2em, below: 1.4em, inset: (left: 10pt), stroke: (left: 2pt + rule), text(fill: soft, it.text))
#let terms-of(it) = block(breakable: it.long, width: 100%, grid(
  columns: (auto, 1fr), column-gutter: 1.2em, row-gutter: 0.6em,
  ..it.items.map(i => (grid.cell(breakable: false, block(width: it.width * 1cm, { if i.icon != none [#sign(i.icon, 13pt) #h(3pt)]; text(weight: 600, i.term) })), grid.cell(breakable: i.long, i.text))).flatten(),
))
#let headline(it) = block(breakable: false, width: 100%, above: 0.75em, below: 0.75em, inset: (top: 8pt), stroke: (top: 0.75pt + rule), {
  show heading: set text(size: 11.5pt)
  show heading: set block(above: 0pt, below: 0.6em)
  heading(level: 2, outlined: false, bookmarked: false, it.title)
  grid(columns: (3.2cm, 1fr, 4.9cm), column-gutter: 0.5cm,
  {
    set par(leading: 0.45em, spacing: 0.5em)
    text(size: if it.words { 15pt } else { 23pt }, weight: 600, fill: accent, it.figure)
    text(size: 11pt, fill: soft, it.marks)
    if it.interval != none { parbreak(); text(size: 8.5pt, fill: soft, it.interval) }
    signs(it.icons)
  },
  {
    it.sentence
    if it.target != none { parbreak(); it.target }
    if it.change != none { parbreak(); it.change }
  },
  if it.glance != none { image(bytes(it.glance.svg), format: "svg", width: 100%, alt: it.glance.alt) },
)})
#let tiles(it) = grid(
  columns: it.items.map(i => 1fr), column-gutter: 6pt,
  ..it.items.map(i => grid.cell(fill: tint, inset: (x: 8pt, y: 6pt), {
    set par(leading: 0.4em, spacing: 0.5em)
    text(size: 9pt, fill: soft, i.label)
    parbreak()
    text(size: 15pt, weight: 600, fill: accent, i.figure)
  })),
)
#let drawing(it) = block(breakable: false, width: 100%, above: 1.4em, below: 1.2em, figure(
  kind: "chart", supplement: none, numbering: none, caption: it.title, gap: 0.4em,
  {
    image(bytes(it.svg), format: "svg", width: 100%, alt: it.alt)
    if it.note != none { block(above: 0.5em, text(size: 9pt, fill: soft, it.note)) }
  },
))
#let numbers(it) = {
  let columns = it.columns
  let level = if it.wordy { top } else { horizon }
  let side(i) = if columns.at(i).numeric { right + level } else { left + level }
  let figures = columns.filter(c => c.numeric).len()
  let width(c) = if c.share != none { c.share * 1fr } else if c.numeric { calc.min(2.4, (if it.dense { 13.8 } else { 12.6 }) / figures) * 1cm } else if columns.len() == 2 { 9cm } else { 1fr }
  let body = figure(kind: table, supplement: none, numbering: none, caption: it.title, {
    set text(size: if it.dense { 8.5pt } else { 9.5pt })
    set table.cell(breakable: false)
    table(
      columns: columns.map(width),
      align: (x, y) => side(x),
      inset: (x: if it.dense { 4pt } else { 6pt }, y: 4.2pt),
      stroke: (x, y) => (bottom: if y == 0 { 0.9pt + accent } else { 0.4pt + rule }),
      table.header(repeat: true, ..columns.map(c => text(weight: 600, c.title))),
      ..it.groups.map(g => (
        ..if g.label != none { (table.header(level: 2, repeat: true, table.cell(colspan: columns.len(), fill: tint, align: left + horizon, text(weight: 600, g.label))),) },
        ..g.rows.map(r => r.cells.map(c =>
          if g.sum { table.cell(stroke: (top: 0.9pt + accent, bottom: 0.9pt + accent), text(weight: 600, c)) }
          else { table.cell(breakable: r.long, c) }
        )).flatten(),
      )).flatten(),
    )
  })
  if it.short { block(breakable: false, width: 100%, ..if it.wordy { (above: 1.4em) }, body) } else { show figure: set block(breakable: true); body }
}

#let contents = place(bottom, float: true, clearance: 1em, context {
  let parts = query(heading.where(level: 1, outlined: true)).slice(1)
  let entry(part) = link(part.location(), grid(columns: (1fr, auto), column-gutter: 0.6em, part.body, counter(page).at(part.location()).map(str).join()))
  set text(size: 9.5pt)
  heading(level: 2, outlined: false, bookmarked: false, "Contents")
  grid(columns: (1fr, 1fr), column-gutter: 1.5cm, row-gutter: 0.55em, ..parts.map(entry))
})

#let shown = (
  heading: it => heading(level: 2, it.text),
  paragraph: it => if it.role == none { par(it.text) } else { (roles.at(it.role))(it) },
  list: it => list(spacing: 0.6em, ..it.items),
  definitions: terms-of,
  note: aside,
  headline: headline,
  tiles: tiles,
  table: numbers,
  chart: drawing,
)

#block(width: 100%, fill: accent, inset: (x: 16pt, y: 12pt), below: 1em, {
  set text(fill: white)
  set par(leading: 0.5em)
  text(size: 11pt, data.kind)
  parbreak()
  show title: set text(size: 22pt, weight: 600)
  show title: set block(above: 0.5em, below: 0.5em)
  title(data.name)
  text(size: 11pt, data.subtitle)
  parbreak()
  text(size: 10pt, data.coverage)
  if data.stamp != none { block(above: 1em, fill: white, inset: (x: 8pt, y: 6pt), text(size: 11pt, weight: 600, fill: warning, data.stamp)) }
})

#for (index, section) in data.sections.enumerate() {
  if index == 1 { context if locate(<summary-end>).page() == 1 { pagebreak(weak: true) } }
  if section.opens { pagebreak(weak: true) }
  heading(level: 1, section.title)
  if index == 0 { contents }
  set text(size: section.size * 1pt)
  for (place, item) in section.blocks.enumerate() {
    let body = (shown.at(item.kind))(item)
    if index == 0 and place == section.blocks.len() - 1 { block(width: 100%, [#body #metadata(none) <summary-end>]) }
    else if item.opening { block(sticky: true, width: 100%, body) }
    else { body }
  }
}
`;
