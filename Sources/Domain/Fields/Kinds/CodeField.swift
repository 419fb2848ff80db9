/// A code of a code list; `none: true`: 不限, 无要求 are a value (0); `coded_from`: an occupation that stays empty is coded
/// from a title.
public struct CodeField: FieldKind {
  public static let name = "code"
  public static let parameters = ["list", "none", "coded_from"]
  private let id: String
  private let allowsNone: Bool
  /// Where a code comes from that the export does not give.
  public let origin: Origin?

  public enum Origin: Sendable, Hashable {
    /// The text of the cell itself, where the list does not know it.
    case cell
    /// The text of another field.
    case field(String)
  }

  /// Ends of the names of its columns where it is coded: what the code rests on, the rule and the term.
  static let codedColumns = ["", "_basis", "_rule", "_term"]

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    id = try parameters.text("list")
    allowsNone = try parameters.flag("none")
    origin = parameters.optionalText("coded_from").map { $0 == "cell" ? .cell : .field($0) }
    guard origin == nil || id == "occupations" else {
      throw DeclarationProblem("coded_from 只用于职业", "删去 coded_from, 或写 list: occupations")
    }
  }

  public var storage: FieldStorage { .integers(origin == nil ? [""] : CodeField.codedColumns) }
  public var list: String? { id }
  public var description: String {
    let coded =
      switch origin {
      case nil: ""
      case .cell: "; 不是代码和职业名称的, 按岗位名称编码"
      case .field(let name): "; 空着的按 \(name) 编码"
      }
    return "代码或名称, 见 codelists/\(id).csv" + (allowsNone ? "; 可写 不限" : "") + coded
  }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    if allowsNone, Requirement.isNone(text) { return given(0) }
    guard let list = decoding.list(id) else { return .problem(.unknownCode) }
    if let number = CodeNumber.find(text, in: list) ?? CodeNumber.find(LevelText.strip(text), in: list) {
      return given(number)
    }
    if origin == .cell, let titles = decoding.titles {
      let reading = titles.read(text)
      var decoded = CodeField.decoded(reading)
      if reading.code == nil { decoded.problem = .unknownCode }
      return decoded
    }
    if id == "ownership", let other = CodeNumber.number("90") { return .value(other, problem: .unknownOther) }
    return .problem(.unknownCode)
  }

  private func given(_ code: Int) -> Decoded {
    origin == nil ? .value(code) : .values(code, TitleBasis.given.rawValue)
  }

  /// What a title was read as, for the columns of a coded field.
  public static func decoded(_ reading: TitleReading) -> Decoded {
    .values(
      reading.counted, reading.basis.rawValue, reading.rule == .none ? nil : reading.rule.rawValue,
      reading.term == 0 ? nil : reading.term)
  }

  public func views(of name: String) -> [FieldView] {
    let code = FieldView(.init(name, .text, list: id), "tf_code('\(id)', \(name))")
    guard origin != nil else { return [code] }
    return [code, FieldView(.init("\(name)_basis", .number), "\(name)_basis")]
  }
}
