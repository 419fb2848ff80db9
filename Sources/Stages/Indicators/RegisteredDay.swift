import Domain
import Warehouse

/// The days on which something was registered.
enum RegisteredDay {
  /// The latest on which a posting or a seeker was registered, from `first` (nil: from the beginning) through `last`; nil
  /// where there is none.
  static func latest(_ db: Database, from first: Day? = nil, through last: Day) throws -> Day? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT max(day) FROM (
          SELECT max(posted_on) AS day FROM postings WHERE posted_on BETWEEN :first AND :last
          UNION ALL SELECT max(registered_on) FROM seekers WHERE registered_on BETWEEN :first AND :last)
        """,
      arguments: ["first": first?.ordinal ?? Int.min, "last": last.ordinal]
    ).map(Day.init)
  }
}
