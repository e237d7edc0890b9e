/**
 * What most link records hold, as they write it; what is frequent stands last. Records in storage can only be read
 * with exactly these words: never change them. Better words are a second list, and records must then name theirs.
 */
export const wordsOfRecords = [
  '"cause":"","reason":"","todo":{"follow":1,"close":1,"reopen":1,"delete":1},"held":{"id":"","product":"",',
  '"resolution":"1","adopted":true,"closedByProduct":true,"gone":true,"doneAt":17,"acceptedUntil":"2026-',
  '"severity":"info","severity":"low","severity":"medium","severity":"critical","severity":"high",',
  '"status":"permanently_risk_accepted","status":"temporarily_risk_accepted","status":"rejected",',
  '"status":"assigned","status":"resolved","status":"unverified","status":"verified",',
  '"kind":"scheduled_task","kind":"security_incident","kind":"compliance_violation","kind":"vulnerability",',
  '"component":"","image":"","branch":"main"},"dueDate":"2026-","category":"indeterminate","category":"done",',
  '{"facts":{"title":"Cross-site scripting in SQL injection in src/","severity":"high","status":"verified",',
  '"kind":"vulnerability","url":"https://","cve":["CVE-2026-"],"cwe":["CWE-"],',
  '"cvss":{"vector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N","score":9.8},"tool":"",',
  '"location":{"file":"src/","line":1,"component":"","branch":"main"}},"issues":{',
  '"security":{"sent":{"summary":"","description":"","priority":"","duedate":"","components":"","labels":"",',
  '"assignee":"","securityLevel":"","_status":"","_identity":""},"claim":{"id":"-security","at":17',
  '"product":{"sent":{"summary":"","description":"","priority":"","duedate":"","labels":"","_status":"",',
  '"_identity":""},"claim":{"id":"-product","at":17,"searches":0},"id":"1","key":"","project":"10",',
  '"issueType":"100","labels":["security"],"status":"100","category":"new","linked":true}}}',
].join('');
