export { ACT_LIMIT, type ActCode, checkAct, type OpenAct, openActBytes, parseOpenAct, parseSalt } from './act.ts'
export {
  actPath,
  type Bundle,
  type BundleCode,
  type BundleFile,
  type BundleParts,
  blobPath,
  bundleFile,
  CHECKPOINT_FILE,
  README_FILE,
  readBundle,
  recordFiles,
  writeBundle,
} from './bundle.ts'
export {
  base64,
  base64url,
  bytesOfHash,
  concatBytes,
  equalBytes,
  fromBase64,
  fromBase64url,
  fromHex,
  fromUtf8,
  hex,
  utf8,
} from './bytes.ts'
export {
  type CanonicalCode,
  canonical,
  DEPTH_LIMIT,
  parseCanonical,
  type StrictCode,
  strict,
} from './canonical.ts'
export {
  type Checkpoint,
  type CheckpointCode,
  checkpointText,
  type OpenCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
export { PUBLIC_KEY_LENGTH } from './curve.ts'
export { enrolable, type EnrolmentCode } from './enrolment.ts'
export type { Entry, EntrySignature, Leaf, PlacedLeaf } from './entry.ts'
export { checkpointFingerprint, FINGERPRINT_COST, fingerprint, parseFingerprint } from './fingerprint.ts'
export { type Committed, commitment, emptyRoot, entryHash, entryMessage, keyId, originOf, processIdOf, SALT_LENGTH } from './hashes.ts'
export type { Json } from './json.ts'
export {
  ENTRY_LIMIT,
  type LeafCode,
  leafBytes,
  ORIGIN_LIMIT,
  parseEntry,
  parseEntrySignature,
  parseLeaf,
  signatureBytes,
  signEntry,
  TYPE_LIMIT,
} from './leaf.ts'
export { HASH_LENGTH, leafHash, MerkleTree, nodeHash, rootOf, TILE_WIDTH } from './merkle.ts'
export { type ActContent, type KeyStanding, type Meaning, type Opening, type RecordFacts, UNKNOWN_TYPE } from './meaning.ts'
export type { BodyId, EntryHash, EntryIndex, Hash, Instant, KeyId, MemberId, ProcessId, RecordSize } from './names.ts'
export { HASH, INSTANT, PROCESS_ID, TOKEN } from './names.ts'
export {
  isKeyName,
  NOTE_LIMIT,
  NOTE_SIGNATURE_LIMIT,
  type Note,
  type NoteCode,
  type NoteKey,
  type NoteSignature,
  noteKey,
  noteOf,
  type OpenNote,
  openNote,
  parseNote,
  parseVkey,
  signNote,
  vkeyOf,
} from './note.ts'
export { parseInstant, type ShapeCode } from './parse.ts'
export { POLICY_LIMIT, POLICY_LOG_LIMIT, type Policy, type PolicyCode, parsePolicy, policyText } from './policy.ts'
export type { Primitives, Scrypt, Signed, Signer } from './primitives.ts'
export { type Consistency, type Inclusion, verifyConsistency, verifyInclusion } from './proof.ts'
export { BUNDLE_README, BUNDLE_READMES } from './readme.ts'
export { parseReceipt, type Receipt, type ReceiptCode, receiptOf, verifyReceipt } from './receipt.ts'
export { accept, type Refusal, type Result, refuse } from './result.ts'
export { isAgreed, SIGNATURE_LENGTH } from './signature.ts'
export {
  decodeEntryBundle,
  type EntryTile,
  encodeEntryBundle,
  entriesPath,
  entryTilesOf,
  type HashTile,
  hashTilesOf,
  LEVEL_LIMIT,
  parseTilePath,
  type TileName,
  tilePath,
} from './tile.ts'
export {
  PROOF_LIMIT,
  parseTlogProof,
  TLOG_PROOF_HEADER,
  type TlogProof,
  type TlogProofCode,
  tlogProofText,
  verifyTlogProof,
} from './tlogproof.ts'
export { verifyBundle } from './verify/bundle.ts'
export { bundleSource } from './verify/bundlesource.ts'
export type { Cancel, Progress } from './verify/checks.ts'
export { CLOCK_TOLERANCE } from './verify/entry.ts'
export { ACTS_AT_ONCE, FILE_LIMITS, fileSource, type ReadFile } from './verify/filesource.ts'
export { parseSeen, type Seen } from './verify/seen.ts'
export type { RecordSource } from './verify/source.ts'
export {
  exitStatus,
  FAULTS,
  type Fault,
  type FaultName,
  type RecordCounts,
  type SigningKey,
  type UnreadableReason,
  type Verdict,
  type Verified,
} from './verify/verdict.ts'
export { type VerifyOptions, verifyRecord } from './verify/verify.ts'
export { ZIP_FILE_LIMIT, ZIP_SIZE_LIMIT, type ZipCode } from './zip.ts'
