/// A made-up resident ID number with a right check character (GB 11643).
enum PersonID {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432")

  /// - Parameter home: 6-digit code of the place that issued it.
  static func make(home: Int, birth: SampleDay, isMale: Bool, _ random: inout SampleRandom) -> String {
    let (year, month, day) = birth.parts
    let order = random.integer(0...499) * 2 + (isMale ? 1 : 0)
    let digits = "\(home)\(year)\(SampleDay.two(month))\(SampleDay.two(day))" + String("00\(order)".suffix(3))
    return digits + String(check(digits))
  }

  /// `id` with a check character that does not fit.
  static func broken(_ id: String) -> String {
    let body = String(id.prefix(17))
    return body + (check(body) == "3" ? "4" : "3")
  }

  private static func check(_ digits: String) -> Character {
    let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return checks[sum % 11]
  }

  /// Whether the check character fits.
  static func isRight(_ id: String) -> Bool { id.count == 18 && id.last == check(String(id.prefix(17))) }
}
