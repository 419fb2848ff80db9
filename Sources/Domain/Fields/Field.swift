/// One field of a contract: what an export may call it, what it holds, and the columns it becomes.
public struct Field: Sendable {
  /// Where a text stands in the warehouse.
  public enum Keep: String, Sendable, CaseIterable {
    /// In the row: conditions and checks can read it.
    case row
    /// In packed blocks, a fifth of the size: for what is only printed.
    case packed
  }

  /// What stands for a cell that is missing or cannot be read.
  public enum Fallback: Sendable, Hashable {
    /// A text, read as that of a cell.
    case text(String)
    /// The value of another field of the row, then the place that the source file names (`home_region`).
    case place(of: [String])
  }

  /// Canonical name, as in a source file's `columns:`.
  public let name: String
  public let kind: any FieldKind
  /// Header names met in real exports, the Chinese standard name first.
  public let aliases: [String]
  /// A row without it is rejected; a file without such a column is refused.
  public let isRequired: Bool
  public let keep: Keep
  public let fallback: Fallback?
  /// What the field means, in Chinese, for the data dictionary.
  public let note: String

  public init(
    _ name: String, _ kind: any FieldKind, _ aliases: [String] = [], required: Bool = false, keep: Keep = .row,
    fallback: Fallback? = nil, note: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.isRequired = required
    self.keep = keep
    self.fallback = fallback
    self.note = note
  }

  /// Name in Chinese: the first alias.
  public var label: String { aliases.first ?? name }

  /// The text that stands for a missing cell, where the dataset has one.
  public var fallbackText: String? {
    if case .text(let text) = fallback { text } else { nil }
  }

  /// Integer columns that it becomes; none for text.
  public var columns: [String] { kind.columns(of: name) }
}
