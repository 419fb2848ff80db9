/// A pay as an export words it, and what it comes to in CNY a month.
struct PayOffer {
  let text: String
  /// Limits a month, after conversion; nil where the pay is 面议 or not stated.
  let low: Int?
  let high: Int?

  static let negotiable = PayOffer(text: "面议", low: nil, high: nil)

  /// A pay within the usual range of a job, in one of the wordings of the postings.
  static func make(_ usual: ClosedRange<Int>, _ random: inout SampleRandom) -> PayOffer {
    let width = usual.upperBound - usual.lowerBound
    let low = round(usual.lowerBound + random.integer(-300...(width / 3)), to: 100)
    let high = max(round(usual.upperBound + random.integer(-width / 3...400), to: 100), low + 300)
    let style = random.unit()
    if style < 0.07 { return .negotiable }
    if style < 0.5 { return PayOffer(text: "\(low)-\(high)", low: low, high: high) }
    if style < 0.66 { return PayOffer(text: "\(low)-\(high)元/月", low: low, high: high) }
    if style < 0.78 { return thousands(low, high, isBare: true) }
    if style < 0.84 { return daily(low) }
    if style < 0.87 { return hourly(low) }
    if style < 0.94 { return high >= 9000 ? tenThousands(low, high) : thousands(low, high, isBare: false) }
    return high >= 8000 ? (random.chance(0.5) ? yearly(low, high) : thirteenth(low, high)) : daily(low)
  }

  /// `4.5千-6千/月` or `6-8千`.
  static func thousands(_ low: Int, _ high: Int, isBare: Bool) -> PayOffer {
    if isBare {
      let (low, high) = (round(low, to: 1000), max(round(high, to: 1000), round(low, to: 1000) + 1000))
      return PayOffer(text: "\(low / 1000)-\(high / 1000)千", low: low, high: high)
    }
    return PayOffer(text: "\(decimal(low, 1000))千-\(decimal(high, 1000))千/月", low: low, high: high)
  }

  /// `1-1.5万/月`.
  private static func tenThousands(_ low: Int, _ high: Int) -> PayOffer {
    let (low, high) = (round(low, to: 1000), max(round(high, to: 1000), round(low, to: 1000) + 1000))
    return PayOffer(text: "\(decimal(low, 10_000))-\(decimal(high, 10_000))万/月", low: low, high: high)
  }

  /// `15-20万/年`.
  private static func yearly(_ low: Int, _ high: Int) -> PayOffer {
    let years = (max(low * 12 / 10_000, 1), high * 12 / 10_000 + 1)
    return PayOffer(
      text: "\(years.0)-\(years.1)万/年", low: (years.0 * 10_000 * 2 + 12) / 24, high: (years.1 * 10_000 * 2 + 12) / 24)
  }

  /// `10k-20k·13薪`.
  private static func thirteenth(_ low: Int, _ high: Int) -> PayOffer {
    let limits = (max(low / 1000, 1), high / 1000 + 1)
    return PayOffer(text: "\(limits.0)k-\(limits.1)k·13薪", low: limits.0 * 1000, high: limits.1 * 1000)
  }

  /// `200元/天`: a month has 21.75 working days.
  private static func daily(_ month: Int) -> PayOffer {
    let day = round(month * 4 / 87, to: 10)
    let monthly = (day * 87 + 2) / 4
    return PayOffer(text: "\(day)元/天", low: monthly, high: monthly)
  }

  /// `20元/小时`: a day has 8 hours.
  private static func hourly(_ month: Int) -> PayOffer {
    let hour = max(month / 174, 14)
    return PayOffer(text: "\(hour)元/小时", low: hour * 174, high: hour * 174)
  }

  private static func round(_ value: Int, to step: Int) -> Int { (value + step / 2) / step * step }

  /// `value / unit` with as many decimals as it needs.
  private static func decimal(_ value: Int, _ unit: Int) -> String {
    var rest = value % unit
    guard rest > 0 else { return "\(value / unit)" }
    var digits = ""
    var place = unit / 10
    while rest > 0 {
      digits += "\(rest / place)"
      rest %= place
      place /= 10
    }
    return "\(value / unit).\(digits)"
  }
}
