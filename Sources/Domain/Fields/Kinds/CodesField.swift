/// Several codes of one list in a cell (`网上；窗口`): kept as a JSON array of the entries' names.
public struct CodesField: FieldKind {
  public static let name = "codes"
  public static let parameters = ["list"]
  private let id: String

  public init(_ parameters: Parameters) throws(DeclarationProblem) { id = try parameters.text("list") }

  public var storage: FieldStorage { .text(.plain) }
  public var list: String? { id }
  public var limit: Int { 1000 }
  public var description: String { "一项或几项, 用分号隔开, 见 codelists/\(id).csv" }

  public func canonical(_ text: String, _ decoding: FieldDecoding) -> CanonicalText? {
    guard let list = decoding.list(id) else { return .problem(.unknownCode) }
    var names: [String] = []
    for part in ListText.parts(text) {
      // One that is not known would make the others say too little.
      guard let entry = list.entry(named: part) else { return .problem(.unknownCode) }
      if !names.contains(entry.name) { names.append(entry.name) }
    }
    return .text(ListText.json(names))
  }

  public func views(of name: String) -> [FieldView] {
    [FieldView(.init(name, .text, list: id, isArray: true), name)]
  }
}
