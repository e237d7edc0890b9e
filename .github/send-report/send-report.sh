#!/bin/sh
# Sends a scanner's report that fits one request (4,000,000 bytes) to Security Findings for Jira, signed.
# Needs curl and openssl. Everything else (parts, waiting, rules) is in send-report.mjs.
#
#   SECURITY_FINDINGS_URL=… SECURITY_FINDINGS_SECRET=whsec_… \
#     sh send-report.sh <product, percent-encoded> <format or auto> <report> [query, such as complete=true]
set -eu

product=$1 format=$2 report=$3 query=${4:+"?$4"}
id=$(openssl rand -hex 16)
time=$(date +%s)
key=$(printf %s "${SECURITY_FINDINGS_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
signature=$({ printf %s "$id.$time."; cat "$report"; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)

# The same id every time: the report is taken once, however often it is sent.
curl -sS --fail-with-body --retry 5 --retry-connrefused \
  "${SECURITY_FINDINGS_URL%/}/v1/products/$product/reports/$format$query" \
  -H 'content-type: application/json' -H "webhook-id: $id" -H "webhook-timestamp: $time" \
  -H "webhook-signature: v1,$signature" --data-binary "@$report"
