import Domain

/// A canonical posting as the index reads it: narrow, since there may be millions. -1 where there is no value.
struct ShortagePosting {
  let id: Int
  /// Place of its occupation code.
  let place: Int32
  /// Days since 1970.
  let posted: Int32
  let ends: Int32
  let filledOn: Int32
  let wantedBy: Int32
  let openings: Int32
  let applicants: Int32
  let suitable: Int32
  let employer: Int32
  let industry: Int32
  /// 0 where nothing is asked for.
  let education: Int32
  let titleLevel: Int32
  let skillLevel: Int32
  let experience: Int32
  /// What its occupation rests on (`TitleBasis`); 0 also where an older program has taken it.
  let basis: Int32
  /// Middle of the stated limits (F13), CNY a month.
  let pay: Double

  /// What was known of its vacancy at the end of the day `end` (F10).
  func spell(asOf end: Int) -> VacancyDuration.Spell {
    VacancyDuration.Spell(
      posted: Int(posted), wantedBy: wantedBy < 0 ? nil : Int(wantedBy), ends: Int(ends),
      filledOn: filledOn < 0 ? nil : Int(filledOn), asOf: end)
  }
}
