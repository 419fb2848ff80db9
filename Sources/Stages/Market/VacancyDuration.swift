import Domain

/// F10: how long openings stay vacant.
enum VacancyDuration {
  /// One posting's time under observation, in days.
  struct Spell {
    let days: Int
    /// True where it ended by being filled; otherwise it is censored.
    let isFilled: Bool

    init(days: Int, isFilled: Bool) {
      self.days = days
      self.isFilled = isFilled
    }

    /// What was known of a posting at the end of the day `end`; all days as ordinals. The clock starts at the wished
    /// start, else at posting.
    init(posted: Int, wantedBy: Int?, ends: Int, filledOn: Int?, asOf end: Int) {
      let start = wantedBy ?? posted
      if let filledOn, filledOn <= end {
        self.init(days: max(filledOn - start, 0), isFilled: true)
      } else {
        self.init(days: max(min(ends, end) - start, 0), isFilled: false)
      }
    }
  }

  /// What was known of a posting at the end of the day `end`.
  static func spell(_ posting: PostingScan.Posting, asOf end: Day) -> Spell {
    Spell(
      posted: posting.posted, wantedBy: posting.wantedBy, ends: posting.ends,
      filledOn: posting.isFilled ? posting.closed : nil, asOf: end.ordinal)
  }

  /// The Kaplan-Meier median: the first day at which the estimated share still vacant is at most one half; nil where it
  /// never falls so low.
  static func median(_ spells: [Spell]) -> Int? {
    let ordered = spells.sorted { $0.days < $1.days }
    var vacant = 1.0
    var start = 0
    while start < ordered.count {
      let day = ordered[start].days
      var (end, filled) = (start, 0)
      while end < ordered.count, ordered[end].days == day {
        filled += ordered[end].isFilled ? 1 : 0
        end += 1
      }
      vacant *= 1 - Double(filled) / Double(ordered.count - start)
      // Products such as 1/2 * 1 may come out a little above one half.
      if filled > 0, vacant <= 0.5 + 1e-12 { return day }
      start = end
    }
    return nil
  }
}
