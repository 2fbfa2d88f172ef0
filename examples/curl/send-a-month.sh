#!/bin/sh
# Sends two records, tries a batch, and asks what arrived and what is wrong. Needs BASE and TOKEN.
set -eu
: "${BASE:?where the interface is}" "${TOKEN:?a token of a provider}"

call() {
  method=$1 path=$2
  shift 2
  curl --silent --show-error --fail-with-body --request "$method" "$BASE$path" \
    --header "authorization: Bearer $TOKEN" "$@"
  echo
}

send() {
  call "$1" "$2" --header 'content-type: application/json' --data "$3"
}

send PUT /v1/placements/EX-P1 '{
  "personRef": "EX-1", "commissioner": "northshire", "service": "day-programme",
  "referredOn": "2026-10-01", "startsOn": "2026-10-05", "plannedEndOn": "2026-12-27",
  "funding": "spot", "goal": "abstinence", "substances": ["alcohol"], "sex": "female" }'

send PUT /v1/sessions/EX-S1 '{
  "personRef": "EX-1", "kind": "group", "startsAt": "2026-10-05T10:00:00+01:00",
  "attendance": "attended", "workers": ["W-7"] }'

# What would happen: nothing is written.
send POST /v1/batches '{ "mode": "validate", "records": [
  { "type": "test", "id": "EX-T1", "personRef": "EX-1", "collectedAt": "2026-10-06T09:00:00+01:00",
    "matrix": "urine", "reason": "scheduled", "status": "provided" } ] }'

call GET '/v1/receipts?month=2026-10'
call GET '/v1/data-quality?month=2026-10'
call GET '/v1/data-quality?month=2026-10&format=xlsx' --output "${OUT:-data-quality.xlsx}"
