# The digest by R from the CSV files: the same figures from the same raw rows, by the same definitions.
# Of what the definitions say, left out is only what the data has no case of: placements of one person do not
# overlap, all are one commissioner's, and nothing is dated after the month.
suppressPackageStartupMessages(library(survival))

folder <- commandArgs(TRUE)[1]
fast <- requireNamespace("data.table", quietly = TRUE)
read <- function(type) {
  file <- file.path(folder, paste0(type, ".csv"))
  if (fast) data.table::fread(file, data.table = FALSE) else read.csv(file)
}
day <- function(date) as.integer(as.Date(date))
second <- function(instant)
  as.numeric(if (is.character(instant)) as.POSIXct(instant, tz = "UTC", format = "%Y-%m-%dT%H:%M:%SZ") else instant)
dayOfSecond <- function(second) as.integer(second %/% 86400)

lastDay <- day("2026-10-31"); monthStart <- day("2026-10-01"); windowStart <- day("2025-11-01")
maturedFrom <- day("2025-08-09"); maturedTo <- day("2026-08-08")

# The least value of each group 1..n; NA where it has none.
least <- function(group, value, n) {
  down <- order(value, decreasing = TRUE)
  out <- rep(NA_integer_, n)
  out[group[down]] <- value[down]
  out
}

p <- read("placement"); s <- read("session"); t <- read("test"); l <- read("lapse")
people <- unique(p$personRef)
for (name in c("p", "s", "t", "l")) assign(name, transform(get(name), who = match(personRef, people)))
p$start <- day(p$startsOn); p$end <- day(p$endedOn); p$end[is.na(p$end)] <- .Machine$integer.max
s$at <- second(s$startsAt); s$day <- dayOfSecond(s$at)
t$at <- second(t$collectedAt); t$day <- dayOfSecond(t$at)
l$day <- day(l$openedOn)

# Journeys: placements on the day programme that follow within 21 days of an end other than completed.
d <- p[p$service == "day-programme", ]
d <- d[order(d$who, d$start), ]
n <- nrow(d)
begins <- c(TRUE, d$who[-1] != d$who[-n] |
  ifelse(d$endReason[-n] == "completed", d$start[-1] >= d$end[-n], d$start[-1] - d$end[-n] > 21))
ends <- c(begins[-1], TRUE)
aftercare <- p[p$service == "aftercare", ]
cares <- rbind(
  data.frame(d[begins, c("who", "start", "goal")], end = d$end[ends], reason = d$endReason[ends], journey = TRUE),
  data.frame(aftercare[, c("who", "start", "goal")], end = aftercare$end, reason = aftercare$endReason, journey = FALSE)
)
cares <- cares[order(cares$who, cares$start), ]
nc <- nrow(cares)

# The care that somebody's day lies in.
careStart <- cares$who * 1e6 + cares$start
careOf <- function(who, day) {
  i <- findInterval(ifelse(is.na(who), -1, who * 1e6 + day), careStart)
  i[i == 0] <- NA
  ifelse(!is.na(i) & cares$who[i] == who & day <= cares$end[i], i, NA)
}
s$care <- careOf(s$who, s$day); t$care <- careOf(t$who, t$day); l$care <- careOf(l$who, l$day)

begun <- which(!is.na(s$care) & s$attendance == "attended" & s$kind != "telephone")
cares$dayZero <- ifelse(cares$journey, least(s$care[begun], s$day[begun], nc), NA)

# Tests that confirm a lapse.
explained <- t$opiatesExplained %in% TRUE
provided <- t$status == "provided"
t$negative <- provided & (t$opiates %in% c("", "negative") | explained) & t$alcohol %in% c("", "negative")
positive <- provided & t$matrix != "hair" & ((t$opiates == "positive" & !explained) | t$alcohol == "positive")
clears <- t[t$negative & t$matrix != "hair", ]
clears <- clears[order(clears$who, clears$at), ]
following <- findInterval(t$who * 1e10 + t$at, clears$who * 1e10 + clears$at) + 1
madeGood <- following <= nrow(clears) & clears$who[following] == t$who & clears$day[following] - t$day <= 7
confirms <- which((positive | (t$status == "refused" & !(madeGood %in% TRUE))) & t$day >= cares$dayZero[t$care])
opens <- which(l$day >= cares$dayZero[l$care])
lapsed <- pmin(least(t$care[confirms], t$day[confirms], nc), least(l$care[opens], l$day[opens], nc), na.rm = TRUE)

# Retention without a lapse, Kaplan-Meier.
cohort <- which(cares$dayZero >= windowStart & cares$goal == "abstinence")
isLapsed <- !is.na(lapsed) & lapsed <= cares$end
isOut <- cares$end <= lastDay & cares$reason %in% c("left", "withdrawn", "died")
until <- ifelse(isLapsed, lapsed, pmin(cares$end, lastDay))
time <- pmax(1, until - cares$dayZero)
event <- isLapsed | isOut
retention <- summary(survfit(Surv(time[cohort], event[cohort]) ~ 1, conf.type = "log-log"), times = 84)

# How each lapse ended: as recorded, else by a return to the groups after a negative test, else by the end of the care.
l <- l[!is.na(l$care), ]
l <- l[order(l$who, l$day, l$id), ]
known <- pmin(day(l$returnedOn), day(l$closedOn), na.rm = TRUE)
telling <- t[!is.na(t$care) & t$matrix != "hair" & (provided | t$status == "refused"), ]
telling <- telling[order(telling$care, telling$at), ]
groups <- s[s$care %in% l$care & s$attendance == "attended" &
  s$kind %in% c("group", "joint-group", "women-only-group", "offending-behaviour-group", "social-literacy"), ]
before <- findInterval(groups$care * 1e10 + groups$at, telling$care * 1e10 + telling$at)
groups$tested <- ifelse(before > 0 & telling$care[pmax(1, before)] == groups$care & telling$negative[pmax(1, before)],
  telling$day[pmax(1, before)], NA)
back <- merge(data.frame(lapse = seq_len(nrow(l)), care = l$care, opened = l$day), groups[, c("care", "day", "tested")])
back <- back[back$day > back$opened & !is.na(back$tested) & back$tested > back$opened, ]
returned <- least(back$lapse, back$day, nrow(l))
ended <- cares$end[l$care]
careState <- c(`referred-on` = "relapsed", left = "exited", withdrawn = "exited", died = "exited",
  completed = "moved-on", transferred = "moved-on")[cares$reason[l$care]]
isFinal <- l$outcome != "open"
l$state <- ifelse(isFinal, l$outcome, ifelse(!is.na(returned), "recovered", ifelse(ended > lastDay, "open", careState)))
l$until <- ifelse(isFinal, known, ifelse(!is.na(returned), returned, pmin(ended, lastDay)))
k <- nrow(l)
reopened <- c(FALSE, l$who[-1] == l$who[-k] & l$state[-k] == "recovered" &
  l$day[-1] >= l$until[-k] & l$day[-1] - l$until[-k] <= 7)
episodes <- data.frame(opened = l$day[!reopened], l[c(!reopened[-1], TRUE), c("until", "state")])
episodes <- episodes[episodes$opened >= windowStart, ]
cause <- factor(match(episodes$state, c("recovered", "relapsed", "exited"), nomatch = 0), 0:3)
recovery <- summary(survfit(Surv(pmax(1, episodes$until - episodes$opened), cause) ~ 1), times = 28)
share <- recovery$pstate[1, 2]
limit <- function(sign)
  1 - (1 - share)^exp(sign * qnorm(0.975) * recovery$std.err[1, 2] / ((1 - share) * log(1 - share)))

# Families of the people in treatment in the month.
here <- unique(cares$who[cares$end >= monthStart & (!cares$journey | !is.na(cares$dayZero))])
withFamily <- which(!is.na(s$family) & s$family != "")
refs <- strsplit(s$family[withFamily], ";", fixed = TRUE)
row <- rep(withFamily, lengths(refs))
relative <- paste(s$provider[row], unlist(refs))
attended <- unique(relative[s$day[row] >= monthStart])
reached <- unique(s$who[row][relative %in% attended])

# Sessions of the month.
month <- s[!is.na(s$who) & s$day >= monthStart, ]
due <- month$attendance %in% c("attended", "did-not-attend", "cancelled-by-client")
came <- month[month$attendance == "attended", ]
clock <- as.POSIXlt(as.POSIXct(came$at, origin = "1970-01-01", tz = "UTC"), tz = "Europe/London")

# Starts of which it is known whether they lasted 84 days.
matured <- cares[which(cares$dayZero >= maturedFrom & cares$dayZero <= maturedTo), ]
early <- matured$end - matured$dayZero < 84

digest <- c(
  "retention-84 of" = length(cohort), "retention-84 value" = retention$surv,
  "retention-84 lower" = retention$lower, "retention-84 upper" = retention$upper,
  "recovery-28 of" = nrow(episodes), "recovery-28 value" = share,
  "recovery-28 lower" = limit(+1), "recovery-28 upper" = limit(-1),
  "family-engagement of" = length(here), "family-engagement value" = mean(here %in% reached),
  "attendance of" = sum(due), "attendance value" = sum(month$attendance == "attended") / sum(due),
  "early-unplanned-exit of" = nrow(matured),
  "early-unplanned-exit value" = mean(early & matured$reason %in% c("left", "withdrawn")),
  "effective-treatment of" = nrow(matured), "effective-treatment value" = mean(!early | matured$reason == "completed"),
  "evening-weekend of" = nrow(came), "evening-weekend value" = mean(clock$hour >= 17 | clock$wday %in% c(0, 6))
)

status <- if (file.exists("/proc/self/status")) readLines("/proc/self/status") else character()
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) / 1024
cat(sprintf(
  '{"digest":{%s},"cpuSeconds":%.3f%s,"note":"R %s, %s"}\n',
  paste(sprintf('"%s":%.12g', names(digest), digest), collapse = ","), sum(proc.time()[1:2]),
  if (length(peak) == 1) sprintf(',"peakMegabytes":%.1f', peak) else "",
  getRversion(), if (fast) "data.table::fread" else "read.csv"
))
