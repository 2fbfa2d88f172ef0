# Writes cells by openxlsx and nothing else: rival.R CELLS.json OUT.xlsx; says the milliseconds it took and its version.
suppressPackageStartupMessages({ library(openxlsx); library(jsonlite) })
given <- commandArgs(TRUE)
sheets <- fromJSON(given[1], simplifyVector = FALSE)

# Rows of one width as a data frame: what the library writes fastest.
blocks <- lapply(sheets, function(sheet) {
  widths <- lengths(sheet$rows)
  lapply(split(seq_along(widths), cumsum(c(1, diff(widths) != 0))), function(at) {
    columns <- lapply(seq_len(widths[at[1]]), function(c) {
      values <- lapply(sheet$rows[at], function(row) if (is.null(row[[c]])) NA else row[[c]])
      if (all(vapply(values, function(v) is.numeric(v) || is.na(v), TRUE))) as.numeric(unlist(values))
      else as.character(unlist(values))
    })
    list(at = at[1], frame = as.data.frame(columns, col.names = seq_along(columns), optional = TRUE))
  })
})

begun <- proc.time()[["elapsed"]]
book <- createWorkbook()
for (i in seq_along(sheets)) {
  addWorksheet(book, sheets[[i]]$name)
  for (block in blocks[[i]]) writeData(book, i, block$frame, startRow = block$at, colNames = FALSE)
}
saveWorkbook(book, given[2], overwrite = TRUE)
cat((proc.time()[["elapsed"]] - begun) * 1000, as.character(packageVersion("openxlsx")))
