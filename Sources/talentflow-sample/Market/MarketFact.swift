/// What a correct reader makes of one posting or seeker: the ground of the true figures.
struct MarketFact: Sendable {
  /// The region of what names no place that is known.
  static let nowhere = 0

  enum Side: Sendable { case demand, seekers }

  let side: Side
  /// Business key within its side.
  var key: String
  /// posted_on or registered_on.
  let start: SampleDay
  /// Last day of validity.
  var ends: SampleDay
  /// Openings; 1 for a seeker.
  var weight = 1
  /// Platform or office.
  let unit: String
  /// GB/T 2260 code of the county, 450600 the city alone, others outside.
  var region: Int
  /// Four-part code; empty none.
  var occupation = ""
  /// 1, 2; 0 none.
  var sex = 0
  /// Years of the group; 0 none.
  var age = 0
  /// Two digits of GB/T 4658; empty none.
  var education = ""
  /// S5…S1, T1…T3; empty none.
  var level = ""

  /// Letter of the 门类; empty none.
  var section = ""
  /// Class of the ownership list; empty none.
  var ownership = ""
  /// T8 class of a seeker; empty none.
  var category = ""

  /// Credit code if it is right, else the employer's name.
  var employer = ""
  /// Title as the copy rule compares it.
  var title = ""
  /// Posting number, which orders a copy group.
  var number = ""
  var isReposted = false
}
