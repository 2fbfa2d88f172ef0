/* eslint-disable */
/**
 * A client of the interface in TypeScript, made from its description (docs/openapi.json) by `npm run docs`: change it
 * there. It needs nothing but fetch. Every call is a function named as its operation; what went wrong is thrown as a
 * `Refusal` with the status and, of a problem document, its code and errors.
 *
 *     const api = createClient({ baseUrl: 'http://127.0.0.1:8787', token: () => token });
 *     await api.putSession({ path: { id: 'S-1' }, body: { personRef: 'SU-1', … } });
 */

export type Placement = { "personRef": string; "commissioner": string; "service": "day-programme" | "aftercare"; "referredOn": string; "startsOn": string; "plannedEndOn": string; "endedOn"?: string; "endReason"?: "completed" | "transferred" | "referred-on" | "left" | "withdrawn" | "died"; "funding": "spot" | "block"; "block"?: string; "goal": "abstinence" | "reduction" | "safer-use"; "intervention"?: "recovery" | "crisis" | "closure"; "substances": ("alcohol" | "opiates" | "crack" | "powder-cocaine" | "amphetamines" | "cannabis" | "benzodiazepines" | "other")[]; "sex": "female" | "male" | "other" | "not-stated"; "ageBand"?: "18-24" | "25-34" | "35-44" | "45-54" | "55-64" | "65+"; "children"?: "none" | "living-with" | "looked-after" | "protection-register" | "protection-proceedings"; "referrer"?: string; "reportAgreement"?: "agreed" | "ordered" | "refused"; "suspensions"?: ({ "from": string; "to": string })[] };

export type Session = { "personRef"?: string; "commissioner"?: string; "placement"?: string; "groupRef"?: string; "kind": "group" | "one-to-one" | "counselling" | "family-group" | "family-one-to-one" | "carer-group" | "joint-group" | "family-workshop" | "women-only-group" | "offending-behaviour-group" | "social-literacy" | "telephone" | "activity" | "peer-support"; "startsAt": string; "attendance": "attended" | "did-not-attend" | "cancelled-by-client" | "cancelled-by-service" | "family-only"; "workers": (string)[]; "topics"?: ("cravings" | "drug-dna" | "lapse-and-relapse" | "grief-process" | "justifications-and-reasons" | "enabling-and-codependency" | "impact-on-family" | "tough-decisions" | "managing-change" | "fear-and-rejection" | "overcoming-blockers" | "education-and-training" | "areas-of-interest" | "professionalism" | "using-personal-experience" | "career-path")[]; "family"?: ({ "ref": string; "relationship": "partner" | "parent" | "sibling" | "carer" | "other" })[]; "childrenPresent"?: number };

export type Test = { "personRef": string; "collectedAt": string; "matrix": "urine" | "oral-fluid" | "breath" | "blood" | "hair"; "reason": "scheduled" | "lapse" | "random"; "status": "provided" | "refused" | "missed" | "excused" | "invalid"; "results"?: ({ "substance": "alcohol" | "opiates" | "crack" | "powder-cocaine" | "amphetamines" | "cannabis" | "benzodiazepines" | "other"; "result": "negative" | "positive" | "inconclusive"; "explained"?: true })[] };

export type Lapse = { "personRef": string; "openedOn": string; "source": "test" | "self-report" | "worker"; "substance": "alcohol" | "opiates" | "crack" | "powder-cocaine" | "amphetamines" | "cannabis" | "benzodiazepines" | "other"; "outcome": "open" | "recovered" | "relapsed" | "exited"; "returnedOn"?: string; "closedOn"?: string; "referredTo"?: string };

export type Milestone = { "personRef"?: string; "familyRef"?: string; "commissioner"?: string; "step": "transition-started" | "transition-completed" | "voluntary-placement-started" | "voluntary-placement-completed" | "voluntary-placement-left" | "external-voluntary-work-started" | "education-started" | "training-started" | "employment-started" | "careers-advice" | "criminal-record-check" | "job-centre"; "reachedOn": string; "evidence": "verified" | "self-reported" };

export type Review = { "personRef": string; "stage": "start" | "review" | "exit" | "post-exit"; "reviewedOn": string; "daysUsed": Partial<Record<"alcohol" | "opiates" | "crack" | "powder-cocaine" | "amphetamines" | "cannabis" | "benzodiazepines" | "other", number>>; "unitsPerUsingDay"?: number; "injectedDays"?: number; "sharing"?: boolean; "psychologicalHealth"?: number; "physicalHealth"?: number; "qualityOfLife"?: number; "housingProblem"?: boolean; "paidWorkDays"?: number; "educationDays"?: number; "children"?: "none" | "living-with" | "looked-after" | "protection-register" | "protection-proceedings"; "recoverySupport"?: "none" | "peer-support" | "mutual-aid" | "faith-based" | "other"; "decision"?: "continue" | "extend" | "complete" | "refer"; "goalProgress"?: "none" | "some" | "met" };

export type Reflection = { "workerRef": string; "reflectedOn": string; "culture": number; "stance": number; "clientWork": number; "boundaries": number; "mythology": number; "selfReflection": number };

export type StoredPlacement = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "personRef": string; "commissioner": string; "service": "day-programme" | "aftercare"; "referredOn": string; "startsOn": string; "plannedEndOn": string; "endedOn"?: string; "endReason"?: "completed" | "transferred" | "referred-on" | "left" | "withdrawn" | "died"; "funding": "spot" | "block"; "block"?: string; "goal": "abstinence" | "reduction" | "safer-use"; "intervention"?: "recovery" | "crisis" | "closure"; "substances": ("alcohol" | "opiates" | "crack" | "powder-cocaine" | "amphetamines" | "cannabis" | "benzodiazepines" | "other")[]; "sex": "female" | "male" | "other" | "not-stated"; "ageBand"?: "18-24" | "25-34" | "35-44" | "45-54" | "55-64" | "65+"; "children"?: "none" | "living-with" | "looked-after" | "protection-register" | "protection-proceedings"; "referrer"?: string; "reportAgreement"?: "agreed" | "ordered" | "refused"; "suspensions"?: ({ "from": string; "to": string })[] };

export type StoredSession = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "personRef"?: string; "commissioner"?: string; "placement"?: string; "groupRef"?: string; "kind": "group" | "one-to-one" | "counselling" | "family-group" | "family-one-to-one" | "carer-group" | "joint-group" | "family-workshop" | "women-only-group" | "offending-behaviour-group" | "social-literacy" | "telephone" | "activity" | "peer-support"; "startsAt": string; "attendance": "attended" | "did-not-attend" | "cancelled-by-client" | "cancelled-by-service" | "family-only"; "workers": (string)[]; "topics"?: ("cravings" | "drug-dna" | "lapse-and-relapse" | "grief-process" | "justifications-and-reasons" | "enabling-and-codependency" | "impact-on-family" | "tough-decisions" | "managing-change" | "fear-and-rejection" | "overcoming-blockers" | "education-and-training" | "areas-of-interest" | "professionalism" | "using-personal-experience" | "career-path")[]; "family"?: ({ "ref": string; "relationship": "partner" | "parent" | "sibling" | "carer" | "other" })[]; "childrenPresent"?: number };

export type StoredTest = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "personRef": string; "collectedAt": string; "matrix": "urine" | "oral-fluid" | "breath" | "blood" | "hair"; "reason": "scheduled" | "lapse" | "random"; "status": "provided" | "refused" | "missed" | "excused" | "invalid"; "results"?: ({ "substance": "alcohol" | "opiates" | "crack" | "powder-cocaine" | "amphetamines" | "cannabis" | "benzodiazepines" | "other"; "result": "negative" | "positive" | "inconclusive"; "explained"?: true })[] };

export type StoredLapse = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "personRef": string; "openedOn": string; "source": "test" | "self-report" | "worker"; "substance": "alcohol" | "opiates" | "crack" | "powder-cocaine" | "amphetamines" | "cannabis" | "benzodiazepines" | "other"; "outcome": "open" | "recovered" | "relapsed" | "exited"; "returnedOn"?: string; "closedOn"?: string; "referredTo"?: string };

export type StoredMilestone = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "personRef"?: string; "familyRef"?: string; "commissioner"?: string; "step": "transition-started" | "transition-completed" | "voluntary-placement-started" | "voluntary-placement-completed" | "voluntary-placement-left" | "external-voluntary-work-started" | "education-started" | "training-started" | "employment-started" | "careers-advice" | "criminal-record-check" | "job-centre"; "reachedOn": string; "evidence": "verified" | "self-reported" };

export type StoredReview = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "personRef": string; "stage": "start" | "review" | "exit" | "post-exit"; "reviewedOn": string; "daysUsed": Partial<Record<"alcohol" | "opiates" | "crack" | "powder-cocaine" | "amphetamines" | "cannabis" | "benzodiazepines" | "other", number>>; "unitsPerUsingDay"?: number; "injectedDays"?: number; "sharing"?: boolean; "psychologicalHealth"?: number; "physicalHealth"?: number; "qualityOfLife"?: number; "housingProblem"?: boolean; "paidWorkDays"?: number; "educationDays"?: number; "children"?: "none" | "living-with" | "looked-after" | "protection-register" | "protection-proceedings"; "recoverySupport"?: "none" | "peer-support" | "mutual-aid" | "faith-based" | "other"; "decision"?: "continue" | "extend" | "complete" | "refer"; "goalProgress"?: "none" | "some" | "met" };

export type StoredReflection = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "workerRef": string; "reflectedOn": string; "culture": number; "stance": number; "clientWork": number; "boundaries": number; "mythology": number; "selfReflection": number };

export type PlacementChanges = { "records": (StoredPlacement | { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "withdrawn": "entered-in-error" | "consent-withdrawn" | "duplicate" })[]; "cursor"?: string };

export type SessionChanges = { "records": (StoredSession | { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "withdrawn": "entered-in-error" | "consent-withdrawn" | "duplicate" })[]; "cursor"?: string };

export type TestChanges = { "records": (StoredTest | { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "withdrawn": "entered-in-error" | "consent-withdrawn" | "duplicate" })[]; "cursor"?: string };

export type LapseChanges = { "records": (StoredLapse | { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "withdrawn": "entered-in-error" | "consent-withdrawn" | "duplicate" })[]; "cursor"?: string };

export type MilestoneChanges = { "records": (StoredMilestone | { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "withdrawn": "entered-in-error" | "consent-withdrawn" | "duplicate" })[]; "cursor"?: string };

export type ReviewChanges = { "records": (StoredReview | { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "withdrawn": "entered-in-error" | "consent-withdrawn" | "duplicate" })[]; "cursor"?: string };

export type ReflectionChanges = { "records": (StoredReflection | { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "version": number; "recordedAt": string; "withdrawn": "entered-in-error" | "consent-withdrawn" | "duplicate" })[]; "cursor"?: string };

export type RecordOutcome = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "outcome": "created" | "amended" | "unchanged" | "withdrawn"; "version": number; "late"?: true; "affects"?: ({ "commissioner": string; "month": string; "revision": number } & Record<string, unknown>)[] };

export type RecordHistory = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "versions": (Partial<Record<string, unknown>>)[] };

export type Batch = { "mode"?: "commit" | "validate"; "atomic"?: "none" | "all"; "records": ({ "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string } & Record<string, unknown>)[] };

export type BatchResults = { "batchId": string; "mode": "commit" | "validate"; "counts": { "created": number; "amended": number; "unchanged": number; "rejected": number }; "affects"?: ({ "commissioner": string; "month": string; "revision": number } & Record<string, unknown>)[]; "results": ({ "index": number; "row"?: number; "type"?: "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id"?: string; "outcome": "created" | "amended" | "unchanged" | "rejected"; "version"?: number; "late"?: true; "errors"?: (FieldIssue)[] })[] };

export type UploadOpening = { "format": "csv"; "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "mode"?: "commit" | "validate" } | { "format": "ndjson"; "mode"?: "commit" | "validate" } | { "format": "xlsx"; "type"?: "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "mode"?: "commit" | "validate" };

export type UploadOpened = { "id": string; "format": "csv" | "ndjson" | "xlsx"; "type"?: "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "mode": "commit" | "validate"; "state": "waiting" | "reading" | "done" | "refused" | "failed"; "post": { "url": string; "fields": Partial<Record<string, string>>; "expiresAt": string }; "mostBytes": number };

export type Uploads = { "uploads": ({ "id": string; "format": "csv" | "ndjson" | "xlsx"; "type"?: "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "mode": "commit" | "validate"; "openedAt": string; "state": "waiting" | "reading" | "done" | "refused" | "failed"; "provider"?: string; "failed"?: { "at": string; "name": string } })[]; "cursor"?: string };

export type Upload = { "id": string; "format": "csv" | "ndjson" | "xlsx"; "type"?: "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "mode": "commit" | "validate"; "openedAt": string; "state": "waiting" | "reading" | "done" | "refused" | "failed"; "rows"?: number; "sheetsPassedOver"?: (number)[]; "rowsRead": number; "counts": { "created": number; "amended": number; "unchanged": number; "rejected": number }; "types": Partial<Record<string, { "created": number; "amended": number; "unchanged": number; "rejected": number }>>; "affects"?: ({ "commissioner": string; "month": string; "revision": number } & Record<string, unknown>)[]; "problem"?: { "code": string; "detail": string; "errors"?: (FieldIssue)[] }; "errors"?: string };

export type UploadState = { "id": string; "state": "waiting" | "reading" | "done" | "refused" | "failed" };

export type Receipts = { "month": string; "cutOff": string; "hasPassed": boolean; "receipts": ({ "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "forMonth": { "created": number; "amended": number; "withdrawn": number }; "inMonth": { "created": number; "amended": number; "withdrawn": number }; "late": number; "lastArrival"?: string; "volume"?: { "found": "none" | "half" | "double"; "count": number; "usual": number }; "nothingToSend": boolean; "declaration"?: { "declaredAt": string; "client": { "clientId": string; "name"?: string } } })[]; "countedUpTo"?: string };

export type NothingToSend = { "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "nothingToSend": boolean };

export type NothingToSendKept = { "month": string; "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "nothingToSend": boolean; "declaredAt"?: string };

export type DataQuality = { "month": string; "asAt": string; "cutOff": string; "counts": ({ "rule": string; "group": "missing" | "contradictory" | "late" | "look-alike"; "title": string; "findings": number; "people": number })[]; "findings": ({ "rule": string; "group": "missing" | "contradictory" | "late" | "look-alike"; "title": string; "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string; "personRef"?: string; "since": string; "ageDays": number; "also": ({ "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "id": string })[]; "touches": (string)[]; "todo": string })[]; "measures": Partial<Record<string, string>>; "cursor"?: string };

export type Commissioner = { "name": string; "disclosure"?: "lt5" | "hes7round5" | { "mode": "lt5" | "hes7round5" }; "notify"?: (string)[]; "places"?: { "day-programme"?: number; "aftercare"?: number } };

export type Provider = { "name": string };

export type Referrer = { "name": string };

export type Target = { "commissioner": string; "measure": string; "value": number; "direction": "at-least" | "at-most"; "validFrom": string; "validTo"?: string; "source": string };

export type StoredCommissioner = { "id": string; "name": string; "disclosure"?: "lt5" | "hes7round5" | { "mode": "lt5" | "hes7round5" }; "notify"?: (string)[]; "places"?: { "day-programme"?: number; "aftercare"?: number } };

export type StoredProvider = { "id": string; "name": string };

export type StoredReferrer = { "id": string; "name": string };

export type StoredTarget = { "id": string; "commissioner": string; "measure": string; "value": number; "direction": "at-least" | "at-most"; "validFrom": string } & Record<string, unknown>;

export type Commissioners = { "commissioners": ({ "id": string; "name": string; "disclosure"?: "lt5" | "hes7round5" | { "mode": "lt5" | "hes7round5" }; "notify"?: (string)[]; "places"?: { "day-programme"?: number; "aftercare"?: number } })[] };

export type Providers = { "providers": ({ "id": string; "name": string })[] };

export type Referrers = { "referrers": ({ "id": string; "name": string })[] };

export type Targets = { "targets": (StoredTarget)[] };

export type EntryOutcome = { "id": string; "outcome": "created" | "amended" | "unchanged" };

export type ClientSettings = { "scopes": (string)[]; "binding"?: { "provider": string } | { "commissioner": string } | { "referrer": string } | { "operator": true }; "provider"?: string; "commissioner"?: string; "referrer"?: string; "operator"?: true } & Record<string, unknown>;

export type Client = { "id": string; "scopes": (string)[]; "binding": { "provider": string } | { "commissioner": string } | { "referrer": string } | { "operator": true } } & Record<string, unknown>;

export type ClientKept = { "id": string; "clientId"?: string; "secret"?: string };

export type ClientSecret = { "id": string; "clientId"?: string; "secret": string };

export type Clients = { "clients": (Client)[] };

export type MonthRun = { "month": string; "commissioner"?: string; "asAt"?: string; "kind"?: "statements" };

export type Run = { "id": string; "kind"?: "statements"; "month": string; "commissioner"?: string; "startedAt"?: string; "asAt": string; "replay": boolean; "state": "queued" | "running" | "succeeded" | "failed"; "commissioners": ({ "commissioner": string; "status"?: string; "revision"?: number; "error"?: string; "notReproduced"?: (string)[] })[]; "steps": ({ "step": string; "commissioner"?: string; "at": string })[]; "warnings"?: ({ "commissioner"?: string; "provider": string; "type": "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection"; "found": "none" | "half" | "double" })[]; "error"?: string };

export type Runs = { "runs": ({ "id": string; "kind"?: "statements"; "month": string; "commissioner"?: string; "startedAt"?: string; "asAt": string; "replay": boolean; "state": "queued" | "running" | "succeeded" | "failed"; "error"?: string; "outcomes": Partial<Record<string, number>> })[]; "cursor"?: string };

export type Pack = { "commissioner": string; "month": string; "revisions": ({ "revision": number; "supersededBy"?: number; "asAt": string; "issuedAt": string; "approvals": ({ "at": string; "yours": boolean; "commentary"?: string })[]; "releasedAt"?: string; "records": number; "inputFingerprint": string; "manifestSha256": string; "files": (string)[] })[] };

export type Packs = { "packs": (Pack)[] };

export type Approval = { "revision": number; "manifestSha256": string; "commentary"?: string };

export type Release = { "revision": number; "manifestSha256": string };

export type ReleaseState = { "commissioner": string; "month": string; "revision": number; "manifestSha256": string; "approvals": ({ "at": string; "yours": boolean; "commentary"?: string })[]; "releasedAt"?: string };

export type Released = { "commissioner": string; "month": string; "revision": number; "manifestSha256": string; "approvals": ({ "at": string; "yours": boolean; "commentary"?: string })[]; "releasedAt"?: string; "message": { "recipients": number; "sent": number; "detail": string } };

export type Gate = { "commissioner": string; "month": string; "revision": number; "manifestSha256": string; "isLatest": boolean; "outcome": "passed" | "warned" | "failed"; "checks": ({ "check": string; "outcome": "passed" | "warned" | "failed"; "detail": string })[] };

export type Openings = { "commissioner": string; "month": string; "openings": ({ "at": string; "revision": number; "file": string; "person"?: string; "client"?: { "clientId": string; "name"?: string } })[]; "cursor"?: string };

export type FileLink = { "url": string; "supersededBy"?: number };

export type Block = { "provider": string; "commissioner": string; "service": "day-programme" | "aftercare"; "weeks": number; "pricePence": number; "boughtOn": string; "validFrom": string; "validTo": string; "orderNumber"?: string; "contractRef"?: string; "invoiceRef"?: string };

export type StoredBlock = { "provider": string; "commissioner": string; "service": "day-programme" | "aftercare"; "weeks": number; "pricePence": number; "boughtOn": string; "validFrom": string; "validTo": string; "orderNumber"?: string; "contractRef"?: string; "invoiceRef"?: string; "id": string; "version": number; "recordedAt": string };

export type Blocks = { "blocks": (StoredBlock)[] };

export type Claim = { "provider": string; "commissioner": string; "month": string; "block": string; "invoiceRef"?: string; "lines": ({ "placement": string; "weeks": number; "ratePence": number })[]; "totalPence": number };

export type StoredClaim = { "provider": string; "commissioner": string; "month": string; "block": string; "invoiceRef"?: string; "lines": ({ "placement": string; "weeks": number; "ratePence": number })[]; "totalPence": number; "id": string; "version": number; "recordedAt": string };

export type Claims = { "month": string; "claims": ({ "id": string } & Record<string, unknown>)[] };

export type FinanceOutcome = { "id": string; "outcome": string; "version": number } & Record<string, unknown>;

export type Statements = { "statements": ({ "commissioner": string; "provider": string; "month": string; "state": "provisional" | "final"; "provisionalOn"?: string; "formats": (string)[] })[] };

export type Statement = { "commissioner": string; "provider": string; "month": string; "state": "provisional" | "final"; "madeAt": string; "blocks": ({ "block": string; "opening": { "weeks": number; "pence": number }; "bought": { "weeks": number; "pence": number }; "used": { "weeks": number; "pence": number }; "expired": { "weeks": number; "pence": number }; "closing": { "weeks": number; "pence": number } } & Record<string, unknown>)[]; "due": { "spot": number; "bought": number; "adjustments": number; "total": number } } & Record<string, unknown>;

export type Erasure = { "erasure": string; "state": string } & Record<string, unknown>;

export type SubjectAccess = Partial<Record<string, unknown>>;

export type DueReports = { "reports": ({ "provider": string; "personRef": string; "placement": string; "referrer": string; "occasion": string; "on": string; "dueBy": string })[] };

export type Audit = { "month": string; "entries": ({ "id": string; "at": string; "action": string } & Record<string, unknown>)[]; "cursor"?: string };

export type Caller = { "person": boolean; "binding": { "provider": string } | { "commissioner": string } | { "referrer": string } | { "operator": true }; "scopes": (string)[] };

export type Health = { "status": "ok" };

export type OutcomeDocumentSchema = Partial<Record<string, unknown>>;

export type Description = { "openapi": string } & Record<string, unknown>;

export type Problem = { "type": string; "title": string; "status": number; "code": string; "detail": string; "errors"?: (FieldIssue)[] };

export type FieldIssue = { "field": string; "code": string; "message": string; "allowed"?: (unknown)[] };

export type GatewayAnswer = { "message": string };

/** What the interface refused, in its own words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  /** The code that never changes; absent where the gateway answered itself. */
  readonly code: string | undefined;
  readonly errors: readonly FieldIssue[];

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? `The interface answered ${status}.`);
    this.status = status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
  }
}

/** Where the interface is, and how a token is had; it is asked for with every call. */
export type Connection = {
  readonly baseUrl: string;
  readonly token?: () => string | Promise<string>;
  readonly fetch?: typeof globalThis.fetch;
};

type Sent = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
};

async function call(connection: Connection, method: string, path: string, sent: Sent, file: boolean): Promise<any> {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(sent.path?.[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sent.query ?? {})) if (value !== undefined) query.set(name, value);
  const headers = new Headers();
  for (const [name, value] of Object.entries(sent.headers ?? {})) if (value !== undefined) headers.set(name, value);
  if (sent.body !== undefined) headers.set('content-type', 'application/json');
  if (!file) headers.set('accept', 'application/json');
  if (connection.token) headers.set('authorization', `Bearer ${await connection.token()}`);
  const address = `${connection.baseUrl}${filled}${query.size > 0 ? `?${query}` : ''}`;
  const body = sent.body === undefined ? null : JSON.stringify(sent.body);
  const response = await (connection.fetch ?? fetch)(address, { method, headers, body });
  if (!response.ok) throw new Refusal(response.status, await problemOf(response));
  if (file) return new Uint8Array(await response.arrayBuffer());
  return response.status === 204 ? undefined : response.json();
}

async function problemOf(response: Response): Promise<Partial<Problem>> {
  try {
    return (await response.json()) as Partial<Problem>;
  } catch {
    return {};
  }
}

/** Makes the calls of one connection. */
export function createClient(connection: Connection) {
  return {
    /** Whether the interface answers. */
    getHealth: (): Promise<Health> =>
      call(connection, 'GET', '/health', {}, false),
    /** The public key that packs are signed with. */
    getSigningKey: (): Promise<Uint8Array> =>
      call(connection, 'GET', '/signing-key.pem', {}, true),
    /** This description. */
    getDescription: (): Promise<Description> =>
      call(connection, 'GET', '/openapi.json', {}, false),
    /** The JSON schema of outcomes.json. */
    getOutcomeDocumentSchema: (): Promise<Uint8Array> =>
      call(connection, 'GET', '/outcome-document.schema.json', {}, true),
    /** A page to read this description, search it and try calls. */
    getDocs: (): Promise<Uint8Array> =>
      call(connection, 'GET', '/docs', {}, true),
    /** What that page is made of. */
    getDocsFile: (sent: { path: { 'file': string } }): Promise<Uint8Array> =>
      call(connection, 'GET', '/docs/{file}', sent, true),
    /** A page for people: packs, approval, uploads, finance, runs, as whoever signs in may see them. */
    getPortal: (): Promise<Uint8Array> =>
      call(connection, 'GET', '/portal', {}, true),
    /** What that page is made of; config.json says where people sign in. */
    getPortalFile: (sent: { path: { 'file': string } }): Promise<Uint8Array> =>
      call(connection, 'GET', '/portal/{file}', sent, true),
    /** Who calls: a person or a machine, to whom the token is bound, and what it may do. */
    getCaller: (): Promise<Caller> =>
      call(connection, 'GET', '/v1/me', {}, false),
    /** Register or amend a commissioner. */
    putCommissioner: (sent: { path: { 'id': string }; body: Commissioner }): Promise<EntryOutcome> =>
      call(connection, 'PUT', '/v1/commissioners/{id}', sent, false),
    /** Read a commissioner. */
    getCommissioner: (sent: { path: { 'id': string } }): Promise<StoredCommissioner> =>
      call(connection, 'GET', '/v1/commissioners/{id}', sent, false),
    /** All commissioners. */
    listCommissioners: (): Promise<Commissioners> =>
      call(connection, 'GET', '/v1/commissioners', {}, false),
    /** Register or amend a provider. */
    putProvider: (sent: { path: { 'id': string }; body: Provider }): Promise<EntryOutcome> =>
      call(connection, 'PUT', '/v1/providers/{id}', sent, false),
    /** Read a provider. */
    getProvider: (sent: { path: { 'id': string } }): Promise<StoredProvider> =>
      call(connection, 'GET', '/v1/providers/{id}', sent, false),
    /** All providers. */
    listProviders: (): Promise<Providers> =>
      call(connection, 'GET', '/v1/providers', {}, false),
    /** Register or amend a referrer. */
    putReferrer: (sent: { path: { 'id': string }; body: Referrer }): Promise<EntryOutcome> =>
      call(connection, 'PUT', '/v1/referrers/{id}', sent, false),
    /** Read a referrer. */
    getReferrer: (sent: { path: { 'id': string } }): Promise<StoredReferrer> =>
      call(connection, 'GET', '/v1/referrers/{id}', sent, false),
    /** All referrers. */
    listReferrers: (): Promise<Referrers> =>
      call(connection, 'GET', '/v1/referrers', {}, false),
    /** Register or amend a target. */
    putTarget: (sent: { path: { 'id': string }; body: Target }): Promise<EntryOutcome> =>
      call(connection, 'PUT', '/v1/targets/{id}', sent, false),
    /** Read a target. */
    getTarget: (sent: { path: { 'id': string } }): Promise<StoredTarget> =>
      call(connection, 'GET', '/v1/targets/{id}', sent, false),
    /** All targets. */
    listTargets: (): Promise<Targets> =>
      call(connection, 'GET', '/v1/targets', {}, false),
    /** Register or amend a machine that may ask for tokens. */
    putClient: (sent: { path: { 'id': string }; body: ClientSettings }): Promise<ClientKept> =>
      call(connection, 'PUT', '/v1/clients/{id}', sent, false),
    /** Read a client. */
    getClient: (sent: { path: { 'id': string } }): Promise<Client> =>
      call(connection, 'GET', '/v1/clients/{id}', sent, false),
    /** Remove a client. */
    deleteClient: (sent: { path: { 'id': string } }): Promise<void> =>
      call(connection, 'DELETE', '/v1/clients/{id}', sent, false),
    /** All clients. */
    listClients: (): Promise<Clients> =>
      call(connection, 'GET', '/v1/clients', {}, false),
    /** Give a client another secret. */
    renewClientSecret: (sent: { path: { 'id': string } }): Promise<ClientSecret> =>
      call(connection, 'POST', '/v1/clients/{id}/secrets', sent, false),
    /** Run a month, replay it, or make the statements. */
    startRun: (sent: { body: MonthRun }): Promise<Run> =>
      call(connection, 'POST', '/v1/runs', sent, false),
    /** All runs, the latest first. */
    listRuns: (sent: { query?: { 'cursor'?: string } } = {}): Promise<Runs> =>
      call(connection, 'GET', '/v1/runs', sent, false),
    /** Where a run is, what came of it, and whose records are far from usual in number. */
    getRun: (sent: { path: { 'id': string } }): Promise<Run> =>
      call(connection, 'GET', '/v1/runs/{id}', sent, false),
    /** The packs that the token may see. */
    listPacks: (sent: { query?: { 'month'?: string } } = {}): Promise<Packs> =>
      call(connection, 'GET', '/v1/packs', sent, false),
    /** One pack with its revisions. */
    getPack: (sent: { path: { 'commissioner': string; 'month': string } }): Promise<Pack> =>
      call(connection, 'GET', '/v1/packs/{commissioner}/{month}', sent, false),
    /** A link to a file of a pack, good for five minutes. */
    getPackFile: (sent: { path: { 'commissioner': string; 'month': string; 'name': string }; query?: { 'revision'?: string; 'disposition'?: "inline" | "attachment" } }): Promise<FileLink> =>
      call(connection, 'GET', '/v1/packs/{commissioner}/{month}/files/{name}', sent, false),
    /** Who was given a link to which file of a pack, the latest first. */
    listOpenings: (sent: { path: { 'commissioner': string; 'month': string }; query?: { 'cursor'?: string } }): Promise<Openings> =>
      call(connection, 'GET', '/v1/packs/{commissioner}/{month}/openings', sent, false),
    /** What a machine says of a revision before people approve it. */
    getGate: (sent: { path: { 'commissioner': string; 'month': string }; query?: { 'revision'?: string } }): Promise<Gate> =>
      call(connection, 'GET', '/v1/packs/{commissioner}/{month}/gate', sent, false),
    /** Approve the latest revision. */
    approvePack: (sent: { path: { 'commissioner': string; 'month': string }; body: Approval }): Promise<ReleaseState> =>
      call(connection, 'POST', '/v1/packs/{commissioner}/{month}/approvals', sent, false),
    /** Take back your own approval, or set aside another’s, until the revision is released. */
    withdrawApproval: (sent: { path: { 'commissioner': string; 'month': string }; query: { 'revision': string; 'sub'?: string } }): Promise<ReleaseState> =>
      call(connection, 'DELETE', '/v1/packs/{commissioner}/{month}/approvals', sent, false),
    /** Release the latest revision once two people have approved it. */
    releasePack: (sent: { path: { 'commissioner': string; 'month': string }; body: Release }): Promise<Released> =>
      call(connection, 'POST', '/v1/packs/{commissioner}/{month}/release', sent, false),
    /** Erase a person, and learn which issued figures they are counted in. */
    erasePerson: (sent: { path: { 'personRef': string } }): Promise<Erasure> =>
      call(connection, 'DELETE', '/v1/people/{personRef}', sent, false),
    /** Everything held on a person. */
    getSubjectAccess: (sent: { path: { 'personRef': string }; query?: { 'format'?: "json" | "pdf" } }): Promise<SubjectAccess> =>
      call(connection, 'GET', '/v1/people/{personRef}/access', sent, false),
    /** A written report on one placement for its referrer. */
    getReferrerReport: (sent: { path: { 'personRef': string }; query?: { 'provider'?: string; 'placement'?: string } }): Promise<Uint8Array> =>
      call(connection, 'GET', '/v1/people/{personRef}/report', sent, true),
    /** Reports that are due and were not issued. */
    listDueReports: (): Promise<DueReports> =>
      call(connection, 'GET', '/v1/referrer-reports/due', {}, false),
    /** Lift an erasure, so that the person may be sent again. */
    liftErasure: (sent: { path: { 'id': string } }): Promise<Erasure> =>
      call(connection, 'DELETE', '/v1/erasures/{id}', sent, false),
    /** Who was handed what, erased and removed, newest first. */
    getAudit: (sent: { query?: { 'month'?: string; 'cursor'?: string } } = {}): Promise<Audit> =>
      call(connection, 'GET', '/v1/audit', sent, false),
    /** Send or amend a block of weeks bought in advance. */
    putBlock: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string; 'if-none-match'?: string }; body: Block }): Promise<FinanceOutcome> =>
      call(connection, 'PUT', '/v1/blocks/{id}', sent, false),
    /** Read a block. */
    getBlock: (sent: { path: { 'id': string } }): Promise<StoredBlock> =>
      call(connection, 'GET', '/v1/blocks/{id}', sent, false),
    /** Withdraw a block. */
    withdrawBlock: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string } }): Promise<FinanceOutcome> =>
      call(connection, 'DELETE', '/v1/blocks/{id}', sent, false),
    /** All blocks of the party. */
    listBlocks: (): Promise<Blocks> =>
      call(connection, 'GET', '/v1/blocks', {}, false),
    /** Send or amend a claim: what a provider says was used. */
    putClaim: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string; 'if-none-match'?: string }; body: Claim }): Promise<FinanceOutcome> =>
      call(connection, 'PUT', '/v1/claims/{id}', sent, false),
    /** Read a claim. */
    getClaim: (sent: { path: { 'id': string } }): Promise<StoredClaim> =>
      call(connection, 'GET', '/v1/claims/{id}', sent, false),
    /** Withdraw a claim. */
    withdrawClaim: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string } }): Promise<FinanceOutcome> =>
      call(connection, 'DELETE', '/v1/claims/{id}', sent, false),
    /** The claims of a month, without their lines. */
    listClaims: (sent: { query: { 'month': string } }): Promise<Claims> =>
      call(connection, 'GET', '/v1/claims', sent, false),
    /** What a month’s statement says of a block. */
    getBlockStatement: (sent: { path: { 'id': string }; query: { 'month': string; 'format'?: "json" | "pdf" | "xlsx" | "csv"; 'disposition'?: "inline" | "attachment" } }): Promise<Statement> =>
      call(connection, 'GET', '/v1/blocks/{id}/statement', sent, false),
    /** The statements of the party. */
    listStatements: (sent: { query?: { 'month'?: string } } = {}): Promise<Statements> =>
      call(connection, 'GET', '/v1/statements', sent, false),
    /** The whole statement between two. */
    getStatement: (sent: { path: { 'commissioner': string; 'month': string; 'provider': string }; query?: { 'format'?: "json" | "pdf" | "xlsx" | "csv"; 'disposition'?: "inline" | "attachment" } }): Promise<Statement> =>
      call(connection, 'GET', '/v1/statements/{commissioner}/{provider}/{month}', sent, false),
    /** What arrived of a month, by type, and by when it has to. */
    getReceipts: (sent: { query: { 'month': string } }): Promise<Receipts> =>
      call(connection, 'GET', '/v1/receipts', sent, false),
    /** Say that there is nothing of a type to send for a month. */
    putNothingToSend: (sent: { path: { 'month': string }; body: NothingToSend }): Promise<NothingToSendKept> =>
      call(connection, 'PUT', '/v1/receipts/{month}', sent, false),
    /** What is missing, contradictory, late or double, and what to do about it. */
    getDataQuality: (sent: { query: { 'month': string; 'format'?: "json" | "xlsx"; 'cursor'?: string } }): Promise<DataQuality> =>
      call(connection, 'GET', '/v1/data-quality', sent, false),
    /** Send up to 1,000 records at once. */
    postBatch: (sent: { query?: { 'mode'?: "commit" | "validate"; 'atomic'?: "none" | "all"; 'type'?: "placement" | "session" | "test" | "lapse" | "milestone" | "review" | "reflection" }; headers?: { 'idempotency-key'?: string }; body: Batch }): Promise<BatchResults> =>
      call(connection, 'POST', '/v1/batches', sent, false),
    /** Open an upload of a file. */
    postUpload: (sent: { body: UploadOpening }): Promise<UploadOpened> =>
      call(connection, 'POST', '/v1/uploads', sent, false),
    /** The provider’s uploads, the latest first; for the operator those of all that can be replayed. */
    listUploads: (sent: { query?: { 'cursor'?: string } } = {}): Promise<Uploads> =>
      call(connection, 'GET', '/v1/uploads', sent, false),
    /** How far an upload is, and what became of its rows. */
    getUpload: (sent: { path: { 'id': string } }): Promise<Upload> =>
      call(connection, 'GET', '/v1/uploads/{id}', sent, false),
    /** What is wrong with the rows of an upload. */
    getUploadErrors: (sent: { path: { 'id': string } }): Promise<FileLink> =>
      call(connection, 'GET', '/v1/uploads/{id}/errors.csv', sent, false),
    /** Have an upload that failed on our side go on. */
    replayUpload: (sent: { path: { 'id': string } }): Promise<UploadState> =>
      call(connection, 'POST', '/v1/uploads/{id}/replay', sent, false),
    /** A workbook to fill in. */
    getTemplate: (sent: { path: { 'name': string } }): Promise<Uint8Array> =>
      call(connection, 'GET', '/v1/templates/{name}', sent, true),
    /** Send or amend a placement. */
    putPlacement: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string; 'if-none-match'?: string }; body: Placement }): Promise<RecordOutcome> =>
      call(connection, 'PUT', '/v1/placements/{id}', sent, false),
    /** Withdraw a placement. */
    withdrawPlacement: (sent: { path: { 'id': string }; query: { 'reason': "entered-in-error" | "consent-withdrawn" | "duplicate" }; headers?: { 'if-match'?: string } }): Promise<RecordOutcome> =>
      call(connection, 'DELETE', '/v1/placements/{id}', sent, false),
    /** Read a placement. */
    getPlacement: (sent: { path: { 'id': string } }): Promise<StoredPlacement> =>
      call(connection, 'GET', '/v1/placements/{id}', sent, false),
    /** Send or amend a session. */
    putSession: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string; 'if-none-match'?: string }; body: Session }): Promise<RecordOutcome> =>
      call(connection, 'PUT', '/v1/sessions/{id}', sent, false),
    /** Withdraw a session. */
    withdrawSession: (sent: { path: { 'id': string }; query: { 'reason': "entered-in-error" | "consent-withdrawn" | "duplicate" }; headers?: { 'if-match'?: string } }): Promise<RecordOutcome> =>
      call(connection, 'DELETE', '/v1/sessions/{id}', sent, false),
    /** Read a session. */
    getSession: (sent: { path: { 'id': string } }): Promise<StoredSession> =>
      call(connection, 'GET', '/v1/sessions/{id}', sent, false),
    /** Send or amend a test. */
    putTest: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string; 'if-none-match'?: string }; body: Test }): Promise<RecordOutcome> =>
      call(connection, 'PUT', '/v1/tests/{id}', sent, false),
    /** Withdraw a test. */
    withdrawTest: (sent: { path: { 'id': string }; query: { 'reason': "entered-in-error" | "consent-withdrawn" | "duplicate" }; headers?: { 'if-match'?: string } }): Promise<RecordOutcome> =>
      call(connection, 'DELETE', '/v1/tests/{id}', sent, false),
    /** Read a test. */
    getTest: (sent: { path: { 'id': string } }): Promise<StoredTest> =>
      call(connection, 'GET', '/v1/tests/{id}', sent, false),
    /** Send or amend a lapse. */
    putLapse: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string; 'if-none-match'?: string }; body: Lapse }): Promise<RecordOutcome> =>
      call(connection, 'PUT', '/v1/lapses/{id}', sent, false),
    /** Withdraw a lapse. */
    withdrawLapse: (sent: { path: { 'id': string }; query: { 'reason': "entered-in-error" | "consent-withdrawn" | "duplicate" }; headers?: { 'if-match'?: string } }): Promise<RecordOutcome> =>
      call(connection, 'DELETE', '/v1/lapses/{id}', sent, false),
    /** Read a lapse. */
    getLapse: (sent: { path: { 'id': string } }): Promise<StoredLapse> =>
      call(connection, 'GET', '/v1/lapses/{id}', sent, false),
    /** Send or amend a milestone. */
    putMilestone: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string; 'if-none-match'?: string }; body: Milestone }): Promise<RecordOutcome> =>
      call(connection, 'PUT', '/v1/milestones/{id}', sent, false),
    /** Withdraw a milestone. */
    withdrawMilestone: (sent: { path: { 'id': string }; query: { 'reason': "entered-in-error" | "consent-withdrawn" | "duplicate" }; headers?: { 'if-match'?: string } }): Promise<RecordOutcome> =>
      call(connection, 'DELETE', '/v1/milestones/{id}', sent, false),
    /** Read a milestone. */
    getMilestone: (sent: { path: { 'id': string } }): Promise<StoredMilestone> =>
      call(connection, 'GET', '/v1/milestones/{id}', sent, false),
    /** Send or amend a review. */
    putReview: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string; 'if-none-match'?: string }; body: Review }): Promise<RecordOutcome> =>
      call(connection, 'PUT', '/v1/reviews/{id}', sent, false),
    /** Withdraw a review. */
    withdrawReview: (sent: { path: { 'id': string }; query: { 'reason': "entered-in-error" | "consent-withdrawn" | "duplicate" }; headers?: { 'if-match'?: string } }): Promise<RecordOutcome> =>
      call(connection, 'DELETE', '/v1/reviews/{id}', sent, false),
    /** Read a review. */
    getReview: (sent: { path: { 'id': string } }): Promise<StoredReview> =>
      call(connection, 'GET', '/v1/reviews/{id}', sent, false),
    /** Send or amend a reflection. */
    putReflection: (sent: { path: { 'id': string }; headers?: { 'if-match'?: string; 'if-none-match'?: string }; body: Reflection }): Promise<RecordOutcome> =>
      call(connection, 'PUT', '/v1/reflections/{id}', sent, false),
    /** Withdraw a reflection. */
    withdrawReflection: (sent: { path: { 'id': string }; query: { 'reason': "entered-in-error" | "consent-withdrawn" | "duplicate" }; headers?: { 'if-match'?: string } }): Promise<RecordOutcome> =>
      call(connection, 'DELETE', '/v1/reflections/{id}', sent, false),
    /** Read a reflection. */
    getReflection: (sent: { path: { 'id': string } }): Promise<StoredReflection> =>
      call(connection, 'GET', '/v1/reflections/{id}', sent, false),
    /** Every version of a placement: who sent it, when, what it changed. */
    getPlacementHistory: (sent: { path: { 'id': string } }): Promise<RecordHistory> =>
      call(connection, 'GET', '/v1/placements/{id}/history', sent, false),
    /** Every version of a session: who sent it, when, what it changed. */
    getSessionHistory: (sent: { path: { 'id': string } }): Promise<RecordHistory> =>
      call(connection, 'GET', '/v1/sessions/{id}/history', sent, false),
    /** Every version of a test: who sent it, when, what it changed. */
    getTestHistory: (sent: { path: { 'id': string } }): Promise<RecordHistory> =>
      call(connection, 'GET', '/v1/tests/{id}/history', sent, false),
    /** Every version of a lapse: who sent it, when, what it changed. */
    getLapseHistory: (sent: { path: { 'id': string } }): Promise<RecordHistory> =>
      call(connection, 'GET', '/v1/lapses/{id}/history', sent, false),
    /** Every version of a milestone: who sent it, when, what it changed. */
    getMilestoneHistory: (sent: { path: { 'id': string } }): Promise<RecordHistory> =>
      call(connection, 'GET', '/v1/milestones/{id}/history', sent, false),
    /** Every version of a review: who sent it, when, what it changed. */
    getReviewHistory: (sent: { path: { 'id': string } }): Promise<RecordHistory> =>
      call(connection, 'GET', '/v1/reviews/{id}/history', sent, false),
    /** Every version of a reflection: who sent it, when, what it changed. */
    getReflectionHistory: (sent: { path: { 'id': string } }): Promise<RecordHistory> =>
      call(connection, 'GET', '/v1/reflections/{id}/history', sent, false),
    /** What changed among placements, oldest first. */
    listPlacementChanges: (sent: { query?: { 'changedSince'?: string; 'cursor'?: string } } = {}): Promise<PlacementChanges> =>
      call(connection, 'GET', '/v1/placements', sent, false),
    /** What changed among sessions, oldest first. */
    listSessionChanges: (sent: { query?: { 'changedSince'?: string; 'cursor'?: string } } = {}): Promise<SessionChanges> =>
      call(connection, 'GET', '/v1/sessions', sent, false),
    /** What changed among tests, oldest first. */
    listTestChanges: (sent: { query?: { 'changedSince'?: string; 'cursor'?: string } } = {}): Promise<TestChanges> =>
      call(connection, 'GET', '/v1/tests', sent, false),
    /** What changed among lapses, oldest first. */
    listLapseChanges: (sent: { query?: { 'changedSince'?: string; 'cursor'?: string } } = {}): Promise<LapseChanges> =>
      call(connection, 'GET', '/v1/lapses', sent, false),
    /** What changed among milestones, oldest first. */
    listMilestoneChanges: (sent: { query?: { 'changedSince'?: string; 'cursor'?: string } } = {}): Promise<MilestoneChanges> =>
      call(connection, 'GET', '/v1/milestones', sent, false),
    /** What changed among reviews, oldest first. */
    listReviewChanges: (sent: { query?: { 'changedSince'?: string; 'cursor'?: string } } = {}): Promise<ReviewChanges> =>
      call(connection, 'GET', '/v1/reviews', sent, false),
    /** What changed among reflections, oldest first. */
    listReflectionChanges: (sent: { query?: { 'changedSince'?: string; 'cursor'?: string } } = {}): Promise<ReflectionChanges> =>
      call(connection, 'GET', '/v1/reflections', sent, false),
  };
}
