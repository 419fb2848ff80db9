import Domain

/// F10: how long openings stay vacant.
enum VacancyDuration {
  /// One posting's time under observation, in days.
  struct Spell {
    let days: Int
    /// True where it ended by being filled; otherwise it is censored.
    let isFilled: Bool
  }

  /// What was known of a posting at the end of `period`. The clock starts at the wished start, else at posting.
  static func spell(_ posting: PostingScan.Posting, asOf end: Day) -> Spell {
    let start = posting.wantedBy ?? posting.posted
    if posting.isFilled, let closed = posting.closed, closed <= end.ordinal {
      return Spell(days: max(closed - start, 0), isFilled: true)
    }
    return Spell(days: max(min(posting.ends, end.ordinal) - start, 0), isFilled: false)
  }

  /// The Kaplan-Meier median: the first day at which the estimated share still vacant is at most one half; nil where it
  /// never falls so low.
  static func median(_ spells: [Spell]) -> Int? {
    var atRisk = spells.count
    var vacant = 1.0
    let byDay = Dictionary(grouping: spells, by: \.days)
    for day in byDay.keys.sorted() {
      guard let here = byDay[day] else { continue }
      let filled = here.count(where: \.isFilled)
      vacant *= 1 - Double(filled) / Double(atRisk)
      // Products such as 1/2 * 1 may come out a little above one half.
      if filled > 0, vacant <= 0.5 + 1e-12 { return day }
      atRisk -= here.count
    }
    return nil
  }
}
