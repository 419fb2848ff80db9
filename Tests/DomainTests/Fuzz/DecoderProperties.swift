import Domain

/// What has to hold of the decoders for any text whatever; held against the corpus by the tests, against millions of
/// mutations of it by `Tests/Fuzz/run.sh decoders`.
enum DecoderProperties {
  /// What does not hold; empty where all is well.
  static func violations(_ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    return dates(text, bytes) + numbers(text) + identifiers(text, bytes) + texts(text)
  }

  private static func dates(_ text: String, _ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    let day = DateText.parse(text)
    if let day {
      if DateText.parse(day.iso) != day { found.append("date \(day.iso)") }
      if !(1900...9999).contains(day.components.year) { found.append("year of \(day.iso)") }
    }
    let moment = Array(text.utf8).withUnsafeBufferPointer { TimestampText.parse($0) }
    _ = bytes.withUnsafeBufferPointer { TimestampText.parse($0) }
    let dayOfMoment = moment.map { $0 >= 0 ? $0 / 86_400 : ($0 + 1) / 86_400 - 1 }
    if dayOfMoment != day?.ordinal { found.append("timestamp and date differ") }
    if let period = Period(text), Period(period.description) != period || period.lastDay < period.firstDay {
      found.append("period \(period)")
    }
    return found
  }

  private static func numbers(_ text: String) -> [String] {
    var found: [String] = []
    let folded = TextFold.fold(text)
    if TextFold.fold(folded) != folded { found.append("fold of fold") }
    if let pay = PayText.parse(text) {
      let limits = [pay.low, pay.high].compactMap { $0 }
      if !limits.allSatisfy({ (100...1_000_000).contains($0) }) || limits != limits.sorted() {
        found.append("pay \(pay)")
      }
      if pay.isNegotiable != limits.isEmpty || !(12...24).contains(pay.monthsPerYear) { found.append("pay \(pay)") }
    }
    if PayText.parse(text) != PayText.parse(folded) { found.append("pay of folded text") }
    if let count = CountText.parse(text)?.value, !(0..<1_000_000_000).contains(count) { found.append("count \(count)") }
    if let age = AgeText.parse(text) {
      let limits = [age.low, age.high].compactMap { $0 }
      if limits.isEmpty || limits != limits.sorted() || !limits.allSatisfy({ (16...70).contains($0) }) {
        found.append("age \(age)")
      }
    }
    if let years = ExperienceText.parse(text), !(0...60).contains(years) { found.append("experience \(years)") }
    return found
  }

  private static func identifiers(_ text: String, _ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    if let id = ResidentID(text), ResidentID(id.number) != id || id.number.utf8.count != 18 { found.append("number") }
    if ResidentID.masked(text).count > 12 { found.append("masked") }
    if bytes.withUnsafeBufferPointer({ USCC.isValid($0) }), !bytes.allSatisfy({ $0 < 0x80 }) { found.append("USCC") }
    return found
  }

  private static func texts(_ text: String) -> [String] {
    var found: [String] = []
    _ = Requirement.isNone(text)
    _ = LevelText.strip(text)
    if let code = names.read(text).code, regions.entry(code: code) == nil { found.append("region") }
    _ = regions.entry(named: text)
    let shown = Redaction.shown(text, limit: 60)
    if shown.count > 61 { found.append("shown too long") }
    if shown.unicodeScalars.contains(where: { $0.value < 0x20 }) { found.append("control characters shown") }
    let digits = shown.unicodeScalars.split { !("0"..."9").contains($0) }.map(\.count).max() ?? 0
    if digits >= 15 { found.append("number shown") }
    return found
  }

  private static let regions = CodeList(
    id: "regions",
    entries: [
      CodeList.Entry(code: "220000", name: "吉林省"), CodeList.Entry(code: "220200", name: "吉林市", parent: "220000"),
      CodeList.Entry(code: "450000", name: "广西壮族自治区"),
      CodeList.Entry(code: "450600", name: "防城港市", parent: "450000"),
      CodeList.Entry(code: "450681", name: "东兴市", parent: "450600", aliases: ["东兴各族自治县"]),
      CodeList.Entry(code: "511011", name: "东兴区", parent: "511000"),
    ])
  private static let names = RegionNames(regions: regions, home: "450600")
}
