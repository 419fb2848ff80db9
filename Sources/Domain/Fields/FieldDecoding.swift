/// What the decoders of field kinds work with.
public struct FieldDecoding: Sendable {
  private let lists: [String: CodeList]
  private let regions: RegionNames
  private let pseudonym: Pseudonym

  /// - Throws: `PipelineError` TF301 where a code list of the fields is missing.
  public init(_ fields: [Field], book: CodeBook, homeRegion: String?, pseudonym: Pseudonym) throws {
    var lists: [String: CodeList] = [:]
    for list in fields.compactMap(\.kind.list) { lists[list] = try book.list(list) }
    self.lists = lists
    regions = try book.regionNames(home: homeRegion)
    self.pseudonym = pseudonym
  }

  public func list(_ id: String) -> CodeList? { lists[id] }

  /// The place that a text names; nil where it names none, or one of several.
  public func place(_ text: String) -> CodeList.Entry? { regions.resolve(text) }

  /// Pseudonym, birth day and sex of a resident number.
  public func person(_ text: String) -> Decoded {
    guard let id = ResidentID(text) else { return .problem(.person) }
    return .values(pseudonym.number(of: id), id.birth.ordinal, CodeNumber.number(id.isMale ? "1" : "2"))
  }

  /// The pseudonym of a text that must not be kept.
  public func secret(_ text: String) -> Int { pseudonym.number(of: text) }

  /// What stands for a business key that looks like the number of a person: two keys stay two, and nobody is named.
  public func key(_ text: String) -> String { "化名-" + String(pseudonym.number(of: "key " + text), radix: 36) }

  /// What `text` decodes to in a field.
  public func decode(_ text: String, _ kind: any FieldKind) -> Decoded {
    if let canonical = kind.canonical(text, self) {
      if case .problem(let rule) = canonical { return .problem(rule) }
      return .missing
    }
    return kind.decode(text, self)
  }
}
