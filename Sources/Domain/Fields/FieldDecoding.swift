/// What the decoders of field kinds work with.
public struct FieldDecoding: Sendable {
  private let lists: [String: CodeList]
  private let regions: RegionNames
  private let takesFirstPlace: Bool
  private let pseudonym: Pseudonym
  /// Codes titles; nil where the project has no tables for it.
  public var titles: TitleCoder?
  /// The days that the file speaks of; nil where nobody knows.
  public var days: ClosedRange<Day>?
  /// What a pay without a unit or a period is read with.
  public var pay = PayText.Assumption()
  /// Whether what a column holds is no pay of a month: where a text does not say what it is for, nobody knows.
  public var isPayDoubtful = false

  /// - Parameters:
  ///   - homeRegion: the code that decides between places of one name.
  ///   - takesFirstPlace: whether the first of several places in a cell stands for all.
  /// - Throws: `PipelineError` TF301 where a code list of the fields is missing.
  public init(
    _ fields: [Field], book: CodeBook, homeRegion: String?, takesFirstPlace: Bool = false, pseudonym: Pseudonym
  ) throws {
    var lists: [String: CodeList] = [:]
    for list in fields.compactMap(\.kind.list) { lists[list] = try book.list(list) }
    self.lists = lists
    titles = book.titles
    regions = try book.regionNames(home: homeRegion)
    self.takesFirstPlace = takesFirstPlace
    self.pseudonym = pseudonym
  }

  public func list(_ id: String) -> CodeList? { lists[id] }

  /// What a text says of a place.
  public func place(_ text: String) -> RegionReading { regions.read(text, first: takesFirstPlace) }

  /// Pseudonym, birth day and sex of a resident number.
  public func person(_ text: String) -> Decoded {
    // One resident in a thousand has a number that ends in three zeros, and each whose number was cut short.
    // A spreadsheet shows no apostrophe before a number that is text; some programs export it.
    let text = text.hasPrefix("'") ? String(text.dropFirst()) : text
    guard !DamagedNumber.isScientific(text.utf8), !DamagedNumber.endsInZeros(text.utf8) else {
      return .problem(.damagedPerson)
    }
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
