import type { FaultName, UnreadableReason } from '@paraph/record'

/** What each fault means, for whoever reads the terminal. The name is the contract. */
export const FAULT_WORDS: Readonly<Record<FaultName, string>> = {
  'tile-missing': 'A tile that the checkpoint’s size needs is not there.',
  frame: 'The entries of a tile do not come out even.',
  'leaf-hash': 'The entry is not the one that the tree has at its place.',
  'leaf-form': 'The entry is not in its one canonical form.',
  root: 'The entries do not make the root that the checkpoint says.',
  'hash-tile': 'A hash tile is not what the entries make.',
  'log-signature': 'The checkpoint is not signed by the key of this record.',
  'entry-zero': 'No entry founds this record.',
  origin: 'The record is not the one that its first entry founds.',
  'sealed-entry': 'The entry is sealed, which this version does not check.',
  'duplicate-entry': 'The entry occurs twice.',
  'key-standing': 'The key had no standing to sign this entry.',
  'key-id': 'The key enrolled under this id is another key.',
  signature: 'The signature is not the key’s over this entry.',
  person: 'A solemn act names no person, or another act names one.',
  saw: 'The entry says it saw a state that this record never had.',
  'clock-back': 'The host’s clock went back.',
  'clock-ahead': 'The entry claims to be signed after it was recorded.',
  'act-form': 'The act is not in its one canonical form.',
  commitment: 'The act is not the one that was signed.',
  'act-type': 'The act is of another kind than its entry says.',
  'act-missing': 'An act that carries the record, or was published, is not here.',
  rule: 'The act broke a rule when it was recorded.',
  blob: 'A file is not what its name says.',
  'seen-unreadable': 'What was seen before cannot be read.',
  'seen-foreign': 'What was seen before is of another record.',
  'seen-rollback': 'The record is shorter than what was seen before: its end was cut off.',
  'seen-fork': 'The record is another one than what was seen before: two histories were shown.',
  trust: 'It is another process than the one you named.',
  'unknown-file': 'The bundle holds a file that no bundle has.',
  'unknown-signature': 'The checkpoint carries a signature that is not the record’s.',
  'bundle-form': 'The bundle is not byte for byte the one that these files make.',
}

/** Why there is nothing to verify. */
export const UNREADABLE_WORDS: Readonly<Record<UnreadableReason, string>> = {
  'not-a-zip': 'This is no bundle.',
  'zip-limit': 'The bundle is larger than this version reads.',
  'no-checkpoint': 'There is no checkpoint here.',
  'checkpoint-malformed': 'The checkpoint cannot be read.',
}
