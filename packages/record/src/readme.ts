/**
 * README.txt of a bundle. Every released text is kept here for ever, newest last: an old bundle is canonical with the text of its day.
 * The first line names the version.
 */
export const BUNDLE_READMES: readonly string[] = [
  `Paraph bundle, version 1

This file is a record of a negotiation, or as much of one as its maker could see. It can be checked without its maker, without a network and
without Paraph.

With Paraph:   npx paraph verify <this file>
               --seen <receipt, checkpoint or older bundle>   shows a record that was cut or replaced since
               --trust <process id or fingerprint>            says that this is the process you mean

By hand: the file is a plain zip without compression.
  checkpoint        who keeps the record, how many entries it has, their root, and a signature (c2sp.org/tlog-checkpoint)
  tile/entries/*    the entries, each after its length in two bytes (c2sp.org/tlog-tiles)
  tile/0/* and up   their hashes: SHA-256 of a zero byte and the entry, then of a one byte and two hashes (RFC 6962)
  acts/<hash>.json  what an entry says, and the salt of its commitment
  blobs/<hash>      files that acts name, each by its SHA-256

The name of an entry is SHA-256 of "paraph/entry/v1", a newline, and the canonical JSON (RFC 8785) of its "entry" member. The same bytes are what
its "sig" signs (Ed25519). Its "act" member is SHA-256 of "paraph/act/v1", a newline, the 32 bytes of the salt, and the canonical JSON of
{"act": ..., "by": the entry's by, "log": the entry's log}. The first entry holds the keys that everything else rests on.

An act that is not here was erased or is not for this reader; its entry still stands.
`,
]

/** The text of bundles that are written today. */
export const BUNDLE_README: string = BUNDLE_READMES.at(-1)!
