/** A reporter for knip that says how many files it looked at, which knip's own reporters do not. */
export default ({ counters }) => console.log(`looked at ${counters.processed} files`)
