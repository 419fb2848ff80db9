/// A pay as an advertisement states it, as CNY a month.
public struct Pay: Sendable, Equatable {
  /// Lower limit; nil where only an upper one is given.
  public let low: Int?
  public let high: Int?
  /// 面议: a state of its own, not a missing value.
  public let isNegotiable: Bool
  /// Months paid a year: 13 for 13薪, usually 12.
  public let monthsPerYear: Int

  /// True where the limits that are given lie in `range`.
  func lies(in range: ClosedRange<Int>) -> Bool { [low, high].compactMap { $0 }.allSatisfy(range.contains) }
}

/// Reads pay texts: `底薪3000+提成`, `≥5000`, `四千至六千`, `1-1.5万/月`, `10k-20k·13薪`, `6千以下/月`, `200元/天`, `15-20万/年`, `4500-6000`, `面议`.
public enum PayText {
  /// Working days a month and hours a day (人社部 2008: 21.75 days).
  static let daysPerMonth = 21.75
  static let hoursPerDay = 8.0

  private static let negotiable: Set<String> = [
    "面议", "薪资面议", "工资面议", "待遇面议", "薪酬面议", "电议", "面谈", "可面议",
  ]
  fileprivate static let units: [(String, Double)] = [
    ("万元", 10_000), ("千元", 1000), ("万", 10_000), ("千", 1000), ("w", 10_000), ("k", 1000), ("元", 1),
  ]
  fileprivate static let periods: [(String, Double)] = [
    ("每小时", hoursPerDay * daysPerMonth), ("/小时", hoursPerDay * daysPerMonth), ("/时", hoursPerDay * daysPerMonth),
    ("/h", hoursPerDay * daysPerMonth), ("/天", daysPerMonth), ("/日", daysPerMonth), ("每天", daysPerMonth),
    ("每日", daysPerMonth), ("/年", 1.0 / 12), ("每年", 1.0 / 12), ("/个月", 1), ("/月", 1), ("每月", 1), ("月", 1),
  ]
  private static let prefixes: [(String, Double)] = [
    ("年薪", 1.0 / 12), ("日薪", daysPerMonth), ("时薪", hoursPerDay * daysPerMonth), ("月薪", 1),
  ]

  /// What a text is read with where it does not say so itself.
  public struct Assumption: Sendable, Equatable {
    /// CNY that a number stands for: 1000 for 千元.
    public var unit: Double?
    /// Months' pay that a pay of the period is: 1/12 for 年.
    public var months: Double?

    public init(unit: Double? = nil, months: Double? = nil) {
      self.unit = unit
      self.months = months
    }

    /// What the name of a column says of its pays: 年薪(万元), 日薪, 薪资(元/天), 月薪（千元）.
    public init(header: String) {
      let name = TextFold.fold(header)
      func has(_ words: String...) -> Bool { words.contains { name.contains($0) } }
      if has("年薪", "年收入", "/年", "(年)") { months = 1.0 / 12 }
      if has("日薪", "/天", "/日", "每天") { months = PayText.daysPerMonth }
      if has("时薪", "/小时", "/时", "每小时") { months = PayText.daysPerMonth * PayText.hoursPerDay }
      if has("千", "(k)", "(k/") { unit = 1000 }
      if has("万") { unit = 10_000 }
    }

    /// The unit that a word names: 元, 千元, 万元; nil for others.
    public static func unit(named word: String) -> Double? { PayText.units.first { $0.0 == word }?.1 }

    /// The months that a word names: 年, 月, 日, 天, 小时; nil for others.
    public static func months(named word: String) -> Double? {
      PayText.periods.first { $0.0 == "/" + word }?.1
    }
  }

  private static let periodSigns: [Unicode.Scalar] = ["年", "月", "天", "日", "时"]

  /// Whether a text says what period its pay is for.
  public static func statesPeriod(_ text: String) -> Bool {
    let folded = TextFold.fold(text)
    // Scalar by scalar: a search for strings compares them by the rules of languages, which takes ten times as long.
    var before: Unicode.Scalar = " "
    return folded.unicodeScalars.contains { scalar in
      defer { before = scalar }
      return periodSigns.contains(scalar) || (scalar == "h" && before == "/")
    }
  }

  /// - Parameter assumed: what a text without a unit or a period is read with.
  /// - Returns: nil where the text states no pay, the limits are reversed, or the month's pay lies outside
  ///   100...1,000,000.
  public static func parse(_ text: String, assumed: Assumption = Assumption()) -> Pay? {
    let folded = TextFold.fold(text)
    let isNumber = folded.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    if !isNumber, negotiable.contains(folded) { return Pay(low: nil, high: nil, isNegotiable: true, monthsPerYear: 12) }
    if let pay = parse(plain: folded, assumed) { return pay }
    // What few texts have: tried last, since most columns are of the form above.
    let (bare, bound) = PayText.bare(ChineseNumber.replaced(folded))
    return bare == folded && bound == nil ? nil : parse(plain: bare, assumed, bound: bound)
  }

  private static func parse(plain text: String, _ assumed: Assumption, bound known: String? = nil) -> Pay? {
    var scanner = NumberScanner(text)
    var factor = take(prefixes, &scanner)
    guard let first = scanner.number() else { return nil }
    let firstUnit = take(units, &scanner)
    var second: Double?
    if scanner.word(of: ["--", "-", "至", "到"]) != nil {
      second = scanner.number()
      guard second != nil else { return nil }
    }
    let secondUnit = second == nil ? nil : take(units, &scanner)
    var bound = known ?? scanner.word(of: bounds)
    if let period = take(periods, &scanner) {
      guard factor == nil || factor == period else { return nil }
      factor = period
    }
    if bound == nil { bound = scanner.word(of: bounds) }
    _ = scanner.word(of: ["左右"])
    guard let months = months(&scanner), scanner.isAtEnd, second == nil || bound == nil else { return nil }
    let scale = factor ?? assumed.months ?? 1
    // "6-8千": the unit behind the second number is also that of the first; not in "5000-1万".
    let shared = second.map { first <= $0 } ?? true ? secondUnit : 1
    let low = first * (firstUnit ?? shared ?? assumed.unit ?? 1) * scale
    let high = second.map { $0 * (secondUnit ?? firstUnit ?? assumed.unit ?? 1) * scale } ?? low
    return pay(low, high, bound, months)
  }

  /// A text without the words around its number, and the bound that they are.
  private static func bare(_ text: String) -> (text: String, bound: String?) {
    var text = text.replacing("(税前)", with: "").replacing("税前", with: "").replacing("大约", with: "")
      .replacing("约", with: "")
    var bound: String?
    for (mark, own) in [
      ("≥", "以上"), (">=", "以上"), (">", "以上"), ("不低于", "以上"), ("不少于", "以上"), ("≤", "以下"), ("<=", "以下"), ("<", "以下"),
      ("不超过", "以下"), ("底薪", "以上"), ("保底", "以上"),
    ] where text.hasPrefix(mark) {
      text = String(text.dropFirst(mark.count))
      bound = own
      break
    }
    // 底薪3000+提成, 3000+: what is added is not said.
    for mark in ["+", "加"] {
      guard bound != "以下", let place = text.firstIndex(of: Character(mark)) else { continue }
      let rest = text[text.index(after: place)...]
      guard rest.utf8.allSatisfy({ !(0x30...0x39).contains($0) }) else { continue }
      text = String(text[..<place])
      bound = "以上"
    }
    return (text, bound)
  }

  private static let bounds = ["及以上", "以上", "起", "及以下", "以下", "以内"]

  private static func pay(_ low: Double, _ high: Double, _ bound: String?, _ months: Int) -> Pay? {
    // Tested before they become integers, which a text of twenty digits does not fit.
    guard low <= high, low >= 99.5, high < 1_000_000.5 else { return nil }
    let limits = (Int(Rounding.round(low, decimals: 0)), Int(Rounding.round(high, decimals: 0)))
    let isUpper = bound.map { $0.contains("下") || $0.contains("内") } ?? false
    return Pay(
      low: isUpper ? nil : limits.0, high: bound != nil && !isUpper ? nil : limits.1, isNegotiable: false,
      monthsPerYear: months)
  }

  /// `·13薪`; 12 where nothing is said, nil where the rest is something else.
  private static func months(_ scanner: inout NumberScanner) -> Int? {
    if scanner.isAtEnd { return 12 }
    _ = scanner.word(of: ["·", "*", "x", "×", "、", ",", "/"])
    guard let count = scanner.number(), (12...24).contains(count), scanner.word(of: ["薪", "个月"]) != nil else {
      return nil
    }
    return Int(count)
  }

  private static func take(_ factors: [(String, Double)], _ scanner: inout NumberScanner) -> Double? {
    for (word, factor) in factors where scanner.take(word) { return factor }
    return nil
  }
}
