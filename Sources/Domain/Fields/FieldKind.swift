/// The type of a field: how a text of an export is read and kept, what the dictionary says of it, and how SQL sees it.
///
/// One file a kind, and one line in `FieldKinds.all`.
public protocol FieldKind: Sendable {
  /// As dataset files write it: `credit-code`.
  static var name: String { get }
  /// Keys of a field that this kind alone has, in a dataset file.
  static var parameters: [String] { get }
  /// - Throws: `DeclarationProblem` where a parameter is missing or cannot be.
  init(_ parameters: Parameters) throws(DeclarationProblem)

  /// How rows hold the value.
  var storage: FieldStorage { get }
  /// Code list of the values; nil where they are free.
  var list: String? { get }
  /// Longest text taken, in characters.
  var limit: Int { get }
  /// Reads a text; called once for each distinct text of a column, so that it may be written for clarity. Kinds that keep
  /// texts say with `canonical` what is kept.
  func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded
  /// The text to keep instead of `text`, or the rule that it breaks; nil: as it is.
  func canonical(_ text: String, _ decoding: FieldDecoding) -> CanonicalText?
  /// In Chinese, for the data dictionary.
  var description: String { get }
  /// A source's own texts are wider than Frictionless types: only plain integers are promised.
  var schemaType: String { get }
  /// The columns that SQL sees of the field `name`.
  func views(of name: String) -> [FieldView]
}

/// What stands for the text of a cell.
public enum CanonicalText: Sendable {
  case text(String)
  case problem(Rule)
}

/// How a row holds the value of a field.
public enum FieldStorage: Sendable, Equatable {
  /// One to four integers; the ends of their columns' names.
  case integers([String], Reading = .text)
  case text(TextUse)
  /// Recognised, never kept.
  case nothing

  /// What a text is for.
  public enum TextUse: Sendable {
    case plain
    /// A part of the business key: taken as it is or not at all.
    case key
    /// Who reports: held in a dictionary.
    case unit
    /// With the credit code it names the employer in the dictionary.
    case employerName
    case creditCode
  }

  /// What reads the integers.
  public enum Reading: Sendable {
    /// The kind's `decode`, behind a memo.
    case text
    /// Bytes that are a plain date are read at once, others as a text.
    case date
    /// Bytes of a time.
    case timestamp
    /// A number of a person: a pseudonym, and birth and sex beside it.
    case person
  }
}

extension FieldKind {
  public static var parameters: [String] { [] }
  public var list: String? { nil }
  public var limit: Int { 200 }
  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded { .missing }
  public func canonical(_ text: String, _ decoding: FieldDecoding) -> CanonicalText? { nil }
  public var schemaType: String { "string" }

  /// The integer columns that the field `name` becomes; none for text.
  public func columns(of name: String) -> [String] {
    guard case .integers(let ends, _) = storage else { return [] }
    return ends.map { name + $0 }
  }

  /// What a text is for; nil where the value is no text.
  public var text: FieldStorage.TextUse? {
    if case .text(let use) = storage { use } else { nil }
  }

  public var reading: FieldStorage.Reading? {
    if case .integers(_, let reading) = storage { reading } else { nil }
  }
}
