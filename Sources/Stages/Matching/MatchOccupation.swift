import Domain

/// An occupation as far as it is surely known: its 细类, 小类 and 中类 as code numbers, 0 where it says nothing of that level.
struct MatchOccupation: Sendable, Hashable {
  let unit: Int32
  let minorGroup: Int32
  /// Only who shares it can match.
  let group: Int32

  /// - Parameters:
  ///   - number: of the code; nil where there is none.
  ///   - basis: what the code rests on. A title read with medium certainty counts to its 小类, one of low certainty says a
  ///     大类 only, which is no match.
  init(_ number: Int?, basis: TitleBasis?) {
    let code = number ?? 0
    let isSure = basis != .medium
    switch OccupationNumber.level(code) {
    case 4:
      unit = isSure ? Int32(clamping: code) : 0
      minorGroup = Int32(clamping: code / 100)
      group = Int32(clamping: code / 10_000)
    case 3:
      (unit, minorGroup, group) = (0, Int32(clamping: code), Int32(clamping: code / 100))
    case 2: (unit, minorGroup, group) = (0, 0, Int32(clamping: code))
    default: (unit, minorGroup, group) = (0, 0, 0)
    }
  }
}
