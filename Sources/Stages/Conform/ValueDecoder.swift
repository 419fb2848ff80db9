import Domain
import Tabular

/// Decodes the text of a field by its kind; slow and plain, since `FieldMemo` stands in front of it.
struct ValueDecoder: Sendable {
  private let lists: [String: CodeList]
  private let regions: RegionNames
  private let pseudonym: Pseudonym

  /// - Throws: `PipelineError` where a code list of the contract is missing.
  init(contract: Contract, book: CodeBook, homeRegion: String?, pseudonym: Pseudonym) throws {
    var lists: [String: CodeList] = [:]
    for field in contract.fields {
      if case .code(let list, _) = field.kind { lists[list] = try book.list(list) }
    }
    self.lists = lists
    regions = try book.regionNames(home: homeRegion)
    self.pseudonym = pseudonym
  }

  func decode(_ raw: String, _ field: FieldPlan) -> Decoded { decode(field.values[raw] ?? raw, field.kind) }

  func decode(_ text: String, _ kind: FieldKind) -> Decoded {
    switch kind {
    case .code(let list, let allowsNone): return code(text, list: list, allowsNone: allowsNone)
    case .region: return region(text)
    case .openings: return openings(text)
    case .integer(let range): return integer(text, range)
    case .date: return DateText.parse(text).map { .value($0.ordinal) } ?? .problem(.date)
    case .birth: return birth(text)
    case .pay: return pay(text)
    case .payAmount: return payAmount(text)
    case .age: return age(text)
    case .experience: return experience(text)
    case .flag: return flag(text)
    case .text, .key, .unit, .employerName, .creditCode, .timestamp, .person, .dropped: return .missing
    }
  }

  static func timestamp(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoded {
    TimestampText.parse(bytes).map { .value($0) } ?? .problem(.date)
  }

  /// Pseudonym, birth day and sex.
  func person(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoded {
    guard let id = ResidentID(String(decoding: bytes, as: UTF8.self)) else { return .problem(.person) }
    let sex = CodeNumber.number(id.isMale ? "1" : "2") ?? 0
    return Decoded(values: (pseudonym.number(of: id), id.birth.ordinal, sex, RowValues.missing))
  }

  private func code(_ text: String, list: String, allowsNone: Bool) -> Decoded {
    if allowsNone, Requirement.isNone(text) { return .value(0) }
    guard let entries = lists[list] else { return .problem(.unknownCode) }
    if let number = CodeNumber.find(text, in: entries) ?? CodeNumber.find(LevelText.strip(text), in: entries) {
      return .value(number)
    }
    if list == "ownership", let other = CodeNumber.number("90") { return .value(other, problem: .unknownOther) }
    return .problem(.unknownCode)
  }

  private func region(_ text: String) -> Decoded {
    guard let match = regions.resolve(text), let number = CodeNumber.number(match.code) else {
      return .problem(.region)
    }
    return .value(number)
  }

  private func openings(_ text: String) -> Decoded {
    guard let count = CountText.parse(text), (1...9999).contains(count.value) else { return .problem(.openings) }
    if count.isApproximate { return .value(count.value, problem: .openingsApproximate) }
    return .value(count.value, problem: count.value > 999 ? .openingsLarge : nil)
  }

  private func integer(_ text: String, _ range: ClosedRange<Int>) -> Decoded {
    guard let value = Int(TextFold.fold(text)), range.contains(value) else { return .problem(.integer) }
    return .value(value)
  }

  private func birth(_ text: String) -> Decoded {
    let day = DateText.parse(text) ?? DateText.parse("\(text)-01") ?? DateText.parse("\(text)01")
    return day.map { .value($0.ordinal) } ?? .problem(.date)
  }

  private func pay(_ text: String) -> Decoded {
    guard let pay = PayText.parse(text) else { return .problem(.pay) }
    let state = pay.isNegotiable ? PayState.negotiable : PayState.stated
    return Decoded(
      values: (pay.low ?? RowValues.missing, pay.high ?? RowValues.missing, state.rawValue, pay.monthsPerYear))
  }

  private func payAmount(_ text: String) -> Decoded {
    if let value = Int(TextFold.fold(text)) {
      return (100...1_000_000).contains(value) ? .value(value) : .problem(.pay)
    }
    guard let pay = PayText.parse(text), !pay.isNegotiable else { return .problem(.pay) }
    return (pay.low ?? pay.high).map { .value($0) } ?? .problem(.pay)
  }

  private func age(_ text: String) -> Decoded {
    if Requirement.isNone(text) { return .missing }
    guard let limits = AgeText.parse(text) else { return .problem(.age) }
    return Decoded(
      values: (limits.low ?? RowValues.missing, limits.high ?? RowValues.missing, RowValues.missing, RowValues.missing))
  }

  private func experience(_ text: String) -> Decoded {
    if Requirement.isNone(text) { return .missing }
    return ExperienceText.parse(text).map { .value($0) } ?? .problem(.experience)
  }

  private func flag(_ text: String) -> Decoded {
    switch text.lowercased() {
    case "是", "1", "y", "yes", "true", "有", "已数字化", "已完成": .value(1)
    case "否", "0", "n", "no", "false", "未数字化", "未完成": .value(0)
    default: .problem(.unknownCode)
    }
  }
}
